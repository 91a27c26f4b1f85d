using System.Globalization;

namespace Academy.Domain.People.Rosters;

/// <summary>Plans the branches of an import: what the tree is after it, and what is wrong with it.</summary>
internal sealed class BranchPlanning(IReadOnlyList<RosterRow> rows, IReadOnlyList<BranchFacts> now)
{
    private readonly Dictionary<string, BranchFacts> before = now.ToDictionary(b => b.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, BranchFacts> after = now.ToDictionary(b => b.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, RosterRow> rowOf = new(StringComparer.Ordinal);
    private ILookup<string, BranchFacts> byName = null!;

    public List<RosterProblem> Problems { get; } = [];
    public List<RosterChange> Changes { get; } = [];

    public BranchPlanning Plan()
    {
        foreach (var row in rows) Enter(row);
        byName = after.Values.ToLookup(b => b.Name);
        foreach (var (code, row) in rowOf) HangUnderParent(code, row);
        foreach (var (code, row) in rowOf) CheckPlace(code, row);
        CheckRoot();
        foreach (var (code, row) in rowOf) Compare(after[code], row);
        return this;
    }

    /// <summary>The branch of that code, or of that name when only one has it.</summary>
    public (BranchFacts? Branch, RosterProblemKind? Problem) Find(string codeOrName)
    {
        if (after.TryGetValue(RollEntry.BranchCode.Read(codeOrName), out var branch)) return (branch, null);

        var named = byName[codeOrName].Take(2).ToList();
        return named switch
        {
            [var one] => (one, null),
            [] => (null, RosterProblemKind.UnknownBranch),
            _ => (null, RosterProblemKind.AmbiguousBranch),
        };
    }

    private void Enter(RosterRow row)
    {
        var code = RollEntry.BranchCode.Read(row[RosterColumn.Code]);
        var known = Problems.Count;
        if (!before.ContainsKey(code)) Problems.AddRange(RosterEntries.Problems(row, (RosterColumn.Code, RollEntry.BranchCode)));
        Problems.AddRange(
            RosterEntries.Problems(row, (RosterColumn.Name, RollEntry.Title), (RosterColumn.English, RollEntry.EnglishTitle)));
        if (row[RosterColumn.Kind].Length == 0) Report(row, RosterProblemKind.MissingValue, RosterColumn.Kind);
        else if (RosterWords.KindOf(row[RosterColumn.Kind]) is null)
            Report(row, RosterProblemKind.UnknownKind, RosterColumn.Kind, row[RosterColumn.Kind]);
        if (code.Length == 0) return;
        if (!rowOf.TryAdd(code, row))
        {
            Report(row, RosterProblemKind.DuplicateCode, RosterColumn.Code, code);
            return;
        }

        // A row with problems stays known by its code, so that those who refer to it have none of their own.
        var old = before.GetValueOrDefault(code);
        after[code] = Problems.Count > known && old is not null ? old : new BranchFacts(
            old?.Code ?? code, row[RosterColumn.Name], row.Has(RosterColumn.English) ? row[RosterColumn.English] : old?.English ?? "",
            RosterWords.KindOf(row[RosterColumn.Kind]) ?? BranchKind.Outlet, "", old?.IsClosed ?? false);
    }

    private void HangUnderParent(string code, RosterRow row)
    {
        var (column, parent) = row.Either(RosterColumn.Parent, RosterColumn.ParentName);
        if (parent.Length == 0) return;

        var (found, problem) = Find(parent);
        if (found is null)
        {
            var isAmbiguous = problem == RosterProblemKind.AmbiguousBranch;
            Report(row, isAmbiguous ? RosterProblemKind.AmbiguousBranch : RosterProblemKind.UnknownParent, column, parent);
        }
        else if (found.IsClosed && before.GetValueOrDefault(code)?.Parent != found.Code)
        {
            Report(row, RosterProblemKind.ClosedBranch, column, parent);
        }

        after[code] = after[code] with { Parent = found?.Code ?? "" };
    }

    private void CheckPlace(string code, RosterRow row)
    {
        var path = "/";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = after[code]; ; at = after[at.Parent])
        {
            path = $"/{at.Code}{path}";
            if (!seen.Add(at.Code))
            {
                var column = row.Either(RosterColumn.Parent, RosterColumn.ParentName).Column;
                if (at.Code == code) Report(row, RosterProblemKind.Cycle, column, after[code].Parent);
                return;
            }

            if (at.Parent.Length == 0) break;
        }

        if (Branch.IsTooLong(path)) Report(row, RosterProblemKind.TooDeep);
    }

    /// <summary>The tree has one root. The rows that make another are named; not those that already have a problem in that cell.</summary>
    private void CheckRoot()
    {
        var roots = rowOf.Where(r => r.Value.Either(RosterColumn.Parent, RosterColumn.ParentName).Value.Length == 0).ToList();
        var others = after.Values.Count(b => b.Parent.Length == 0 && !rowOf.ContainsKey(b.Code));
        if (roots.Count + others <= 1) return;

        var rightful = others > 0
            ? null
            : roots.Select(r => r.Key).FirstOrDefault(code => before.TryGetValue(code, out var old) && old.Parent.Length == 0)
                ?? roots[0].Key;
        foreach (var (code, row) in roots.Where(r => r.Key != rightful))
            Report(row, RosterProblemKind.SecondRoot, row.Either(RosterColumn.Parent, RosterColumn.ParentName).Column, code);
    }

    private void Compare(BranchFacts wanted, RosterRow row)
    {
        if (before.GetValueOrDefault(wanted.Code) is not { } old)
        {
            Changes.Add(new RosterChange(
                row.Sheet, row.Row, RosterAction.AddBranch, wanted.Code, wanted.Name, NameOf(wanted.Parent), wanted));
            return;
        }

        if (old == wanted) return;

        var detail = RosterDetail.Of(
            (old.Name, wanted.Name),
            (old.English, wanted.English),
            (RosterWords.WordFor(old.Kind), RosterWords.WordFor(wanted.Kind)),
            (NameOf(old.Parent), NameOf(wanted.Parent)));
        Changes.Add(new RosterChange(
            row.Sheet,
            row.Row,
            old.Parent == wanted.Parent ? RosterAction.EditBranch : RosterAction.MoveBranch,
            wanted.Code,
            wanted.Name,
            detail,
            wanted));
    }

    private string NameOf(string code) => code.Length == 0 ? "" : after[code].Name;

    private void Report(RosterRow row, RosterProblemKind kind, RosterColumn? column = null, string value = "") =>
        Problems.Add(row.Problem(kind, column, value));
}

/// <summary>What of a row cannot be entered, by the rules of the roll.</summary>
internal static class RosterEntries
{
    public static IEnumerable<RosterProblem> Problems(RosterRow row, params (RosterColumn Column, RollEntry Rule)[] entries)
    {
        foreach (var (column, rule) in entries)
        {
            var entry = rule.Read(row[column]);
            if (rule.ProblemOf(entry) is not { } problem) continue;

            yield return problem switch
            {
                EntryProblem.Missing => row.Problem(RosterProblemKind.MissingValue, column),
                EntryProblem.TooLong => row.Problem(RosterProblemKind.TooLong, column, rule.Longest.ToString(CultureInfo.InvariantCulture)),
                _ when rule == RollEntry.MailAddress => row.Problem(RosterProblemKind.BadMail, column, entry),
                _ when rule == RollEntry.PinyinKey => row.Problem(RosterProblemKind.BadPinyin, column, entry),
                _ => row.Problem(RosterProblemKind.BadCharacters, column, entry),
            };
        }
    }
}
