namespace Academy.Domain.People;

/// <summary>What a person may be in the academy; somebody may hold several.</summary>
public static class Roles
{
    public const string Employee = "employee";
    public const string Trainer = "trainer";
    public const string Judge = "judge";
    public const string BranchHead = "branch-head";
    public const string Administrator = "administrator";
    public const string Auditor = "auditor";

    /// <summary>Who writes courses, banks and quizzes, marks, and says who must learn what.</summary>
    public const string Teaching = $"{Trainer},{Administrator}";

    /// <summary>Who decides on what a competition sets aside.</summary>
    public const string Judging = $"{Judge},{Teaching}";

    public static readonly IReadOnlyList<string> All = [Employee, Trainer, Judge, BranchHead, Administrator, Auditor];
}
