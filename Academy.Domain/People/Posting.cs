namespace Academy.Domain.People;

/// <summary>Whether somebody works at the bank: at work, away for long (产假, 长病假), or no longer with it.</summary>
public enum Employment { Active, OnLeave, Left }

public enum LeaveKind { Maternity, LongSick, Other }

/// <summary>Where, as what and how somebody was employed from one day on. A person's postings follow each other without a gap.</summary>
public sealed class Posting
{
    private Posting() { }

    public Posting(long branchId, long positionId, Employment employment, LeaveKind? leave, DateOnly from)
    {
        From = from;
        Set(branchId, positionId, employment, leave);
    }

    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public long BranchId { get; private set; }
    public long PositionId { get; private set; }
    public Employment Employment { get; private set; }

    /// <summary>Why the person is away; null unless on leave.</summary>
    public LeaveKind? Leave { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The day on which the next posting begins; null for the current one.</summary>
    public DateOnly? Until { get; private set; }

    public bool Holds(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>Several changes on one day leave one posting: what held at its end.</summary>
    internal void Set(long branchId, long positionId, Employment employment, LeaveKind? leave)
    {
        BranchId = branchId;
        PositionId = positionId;
        Employment = employment;
        Leave = employment == Employment.OnLeave ? leave ?? LeaveKind.Other : null;
    }

    internal void End(DateOnly day) => Until = day;
}
