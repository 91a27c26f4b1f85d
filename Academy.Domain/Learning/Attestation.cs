namespace Academy.Domain.Learning;

/// <summary>"I have read and understood", signed with the password: who, which edition, when, and where the person worked then.</summary>
public sealed class Attestation
{
    private Attestation() { }

    public Attestation(long employeeId, long courseId, int edition, long branchId, long positionId, DateTimeOffset signedAt)
    {
        EmployeeId = employeeId;
        CourseId = courseId;
        Edition = edition;
        BranchId = branchId;
        PositionId = positionId;
        SignedAt = signedAt;
    }

    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public long CourseId { get; private set; }
    public Course Course { get; private set; } = null!;
    public int Edition { get; private set; }
    public long BranchId { get; private set; }
    public long PositionId { get; private set; }
    public DateTimeOffset SignedAt { get; private set; }
}
