namespace Academy.Domain.People.Rosters;

/// <summary>Whether somebody works at the bank and, on leave, why not.</summary>
public readonly record struct EmploymentState(Employment Employment, LeaveKind? Leave)
{
    public static readonly EmploymentState AtWork = new(Employment.Active, null);
}

/// <summary>The words that cells of an import are written in, both ways.</summary>
public static class RosterWords
{
    private static readonly (string Words, EmploymentState State)[] States =
    [
        ("在岗 在职 正常 active", EmploymentState.AtWork),
        ("产假 maternity", new(Employment.OnLeave, LeaveKind.Maternity)),
        ("长病假 病假 longsick sick", new(Employment.OnLeave, LeaveKind.LongSick)),
        ("休假 长假 请假 onleave leave", new(Employment.OnLeave, LeaveKind.Other)),
        ("离职 已离职 离行 退休 left", new(Employment.Left, null)),
    ];

    private static readonly (string Words, BranchKind Kind)[] Kinds =
    [
        ("总行 headoffice", BranchKind.HeadOffice),
        ("支行 分行 branch", BranchKind.Branch),
        ("网点 分理处 营业室 outlet", BranchKind.Outlet),
    ];

    public static EmploymentState? StateOf(string cell) => Find(States, cell) is { Words: not null } found ? found.Item2 : null;

    public static BranchKind? KindOf(string cell) => Find(Kinds, cell) is { Words: not null } found ? found.Item2 : null;

    public static string WordFor(EmploymentState state) => First(States.First(s => s.State == state).Words);

    public static string WordFor(BranchKind kind) => First(Kinds.First(k => k.Kind == kind).Words);

    private static (string? Words, T) Find<T>((string Words, T)[] table, string cell)
    {
        var plain = cell.ToLowerInvariant().Replace(" ", "").Replace("-", "");
        return table.FirstOrDefault(entry => entry.Words.Split(' ').Contains(plain));
    }

    private static string First(string words) => words.Split(' ')[0];
}
