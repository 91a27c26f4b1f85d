namespace Academy.Web.Security;

/// <summary>Who is worth signing in as in the demonstration bank.</summary>
public static class DemonstrationSignIns
{
    public static readonly IReadOnlyList<(string Number, string Who)> All =
    [
        ("E0001", "employee with nothing done yet"),
        ("E0042", "employee in the middle of it"),
        ("T0001", "trainer"),
        ("J0001", "judge"),
        ("B0001", "head of the first branch"),
        ("B0002", "head of the second branch"),
        ("A0001", "administrator"),
        ("U0001", "auditor"),
    ];
}
