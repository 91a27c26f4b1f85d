namespace Academy.Domain.People.Rosters;

public enum RosterAction { AddBranch, EditBranch, MoveBranch, AddPerson, EditPerson, MovePerson, SendOnLeave, TakeBack, Discharge }

/// <summary>One import of branches and people: which file, who, when, and what became of every row. Kept for good.</summary>
public sealed class RosterRun
{
    private RosterRun() { }

    public RosterRun(string fileName, string digest, bool isComplete, long uploadedById, DateTimeOffset now)
    {
        FileName = fileName;
        Digest = digest;
        IsComplete = isComplete;
        UploadedById = uploadedById;
        UploadedAt = now;
    }

    public long Id { get; private set; }
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file, by which the vault finds it.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Whether the file names everybody, so that who is missing from it has left.</summary>
    public bool IsComplete { get; private set; }

    public long UploadedById { get; private set; }
    public Employee UploadedBy { get; private set; } = null!;
    public DateTimeOffset UploadedAt { get; private set; }
    public long? AppliedById { get; private set; }
    public DateTimeOffset? AppliedAt { get; private set; }
    public ICollection<RosterStep> Steps { get; } = [];

    public bool IsApplied => AppliedAt is not null;

    public void Apply(long appliedById, DateTimeOffset now)
    {
        if (IsApplied) throw new InvalidOperationException("The import has been applied before.");

        AppliedById = appliedById;
        AppliedAt = now;
    }
}

/// <summary>What one row of an import did.</summary>
public sealed class RosterStep
{
    private RosterStep() { }

    public RosterStep(long runId, string sheet, int row, RosterAction action, string key, string name, string detail)
    {
        RunId = runId;
        Sheet = sheet;
        Row = row;
        Action = action;
        Key = key;
        Name = name;
        Detail = detail;
    }

    public long Id { get; private set; }
    public long RunId { get; private set; }
    public string Sheet { get; private set; } = "";

    /// <summary>The row as the file counts it, from 1; 0 for who was missing from a complete file.</summary>
    public int Row { get; private set; }
    public RosterAction Action { get; private set; }

    /// <summary>Employee number or branch code.</summary>
    public string Key { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>What changed, as before → after; empty when nothing but the action tells it.</summary>
    public string Detail { get; private set; } = "";
}
