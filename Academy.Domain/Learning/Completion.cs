namespace Academy.Domain.Learning;

/// <summary>
/// Somebody finished a course or passed a quiz. Rows are only ever added, one for each time, in the transaction in
/// which it happened.
/// </summary>
public sealed class Completion
{
    private Completion() { }

    public Completion(long employeeId, Subject subject, int edition, long branchId, DateTimeOffset completedAt)
    {
        EmployeeId = employeeId;
        (SubjectKind, SubjectId) = (subject.Kind, subject.Id);
        Edition = edition;
        BranchId = branchId;
        CompletedAt = completedAt;
    }

    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public SubjectKind SubjectKind { get; private set; }
    public long SubjectId { get; private set; }

    /// <summary>The course's edition in force then; 0 for a quiz.</summary>
    public int Edition { get; private set; }

    /// <summary>The branch of that day.</summary>
    public long BranchId { get; private set; }
    public DateTimeOffset CompletedAt { get; private set; }
}
