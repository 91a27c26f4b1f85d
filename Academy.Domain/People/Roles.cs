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

    public static readonly IReadOnlyList<string> All = [Employee, Trainer, Judge, BranchHead, Administrator, Auditor];
}
