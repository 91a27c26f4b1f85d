namespace Academy.Domain.Learning;

/// <summary>
/// Somebody finished a course or passed a quiz. Rows are only ever added, one for each time: in the turn in
/// which it happened, or after a course came to ask for less than somebody has done.
/// </summary>
public sealed class Completion
{
    private Completion() { }

    public Completion(long employeeId, Subject subject, int number, int edition, long branchId, DateTimeOffset completedAt)
    {
        EmployeeId = employeeId;
        (SubjectKind, SubjectId) = (subject.Kind, subject.Id);
        Number = number;
        Edition = edition;
        BranchId = branchId;
        CompletedAt = completedAt;
    }

    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public SubjectKind SubjectKind { get; private set; }
    public long SubjectId { get; private set; }

    /// <summary>
    /// Which time it was: 1 for the first time that the person finished the course, and so on; for a quiz the number of the
    /// attempt that passed it. The store holds each once.
    /// </summary>
    public int Number { get; private set; }

    /// <summary>The course's edition in force then; 0 for a quiz.</summary>
    public int Edition { get; private set; }

    /// <summary>The branch of that day.</summary>
    public long BranchId { get; private set; }
    public DateTimeOffset CompletedAt { get; private set; }
}
