using Academy.Domain.Data;
using Academy.Domain.Files.Sheets;

namespace Academy.Domain.People.Rosters;

/// <summary>Understands sheets by their heads: which one lists branches, which people, and what each column means.</summary>
internal static class RosterSheets
{
    public static RosterFile Understand(IReadOnlyList<Sheet> sheets, CancellationToken ct)
    {
        var (branches, people, problems) = (new List<RosterRow>(), new List<RosterRow>(), new List<RosterProblem>());
        var heads = new List<string>();
        var known = 0;
        foreach (var sheet in sheets)
        {
            if (sheet.Rows is not [var head, ..]) continue;

            var names = NamesIn(head);
            heads.AddRange(names);
            if (!AreKnown(names)) continue;

            known++;
            var ofPeople = RosterHeads.TellPeople(names);
            if (!ofPeople && !RosterHeads.TellBranches(names)) problems.Add(Missing(sheet.Name, "工号", names));
            else ReadSheet(sheet, head, ofPeople, ofPeople ? people : branches, problems, ct);
        }

        var count = branches.Count + people.Count;
        if (heads.Count == 0) return RosterFile.Refused(new RosterProblem(RosterProblemKind.Empty));
        if (known == 0) return RosterFile.Refused(new RosterProblem(RosterProblemKind.NoKnownSheet, Found: Short(heads)));
        if (problems.Count == 0 && count == 0) return RosterFile.Refused(new RosterProblem(RosterProblemKind.Empty));
        if (count > RosterReader.MostRows) return RosterFile.Refused(new RosterProblem(RosterProblemKind.TooManyRows));
        return new RosterFile(branches, people, problems);
    }

    /// <summary>Whether a table begins with heads of ours, and how many they are.</summary>
    public static (bool AreKnown, int Columns) HeadsOf(Sheet beginning)
    {
        var names = beginning.Rows is [var head, ..] ? NamesIn(head) : [];
        return (AreKnown(names), names.Count);
    }

    private static bool AreKnown(List<string> names) =>
        RosterHeads.TellPeople(names) || RosterHeads.TellBranches(names) || RosterHeads.AreFamiliar(names);

    private static void ReadSheet(
        Sheet sheet, SheetRow head, bool ofPeople, List<RosterRow> into, List<RosterProblem> problems, CancellationToken ct)
    {
        var columns = head.Cells
            .OrderBy(c => c.Key)
            .Select(c => (Index: c.Key, Head: OneLine.Of(c.Value.Text), Column: RosterHeads.Meaning(OneLine.Of(c.Value.Text), ofPeople)))
            .Where(c => c.Column is not null)
            .Select(c => (c.Index, c.Head, Column: c.Column!.Value))
            .ToList();
        if (columns.GroupBy(c => c.Column).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            problems.Add(new RosterProblem(RosterProblemKind.DuplicateColumn, sheet.Name, 0, "", Short(twice.Select(c => c.Head))));
            return;
        }

        var missing = RosterHeads.Missing([.. columns.Select(c => c.Column)], ofPeople).ToList();
        if (missing.Count > 0)
        {
            problems.Add(Missing(sheet.Name, string.Join("、", missing), NamesIn(head)));
            return;
        }

        var heads = columns.ToDictionary(c => c.Column, c => c.Head);
        foreach (var row in sheet.Rows.Skip(1))
        {
            ct.ThrowIfCancellationRequested();
            var read = new RosterRow(sheet.Name, row.Number, heads, columns.ToDictionary(c => c.Column, c => OneLine.Of(row[c.Index])));
            into.Add(read);
            if (row.Cells.Values.Any(cell => cell.State is SheetCellState.Unclosed or SheetCellState.Stray))
                problems.Add(read.Problem(RosterProblemKind.DamagedRow));
            foreach (var (_, _, column) in columns.Where(c => IsComputed(row.Cells.GetValueOrDefault(c.Index))))
                problems.Add(read.Problem(RosterProblemKind.Formula, column));
        }
    }

    private static bool IsComputed(SheetCell? cell) => cell is { State: SheetCellState.Formula or SheetCellState.Error };

    private static List<string> NamesIn(SheetRow head) =>
        [.. head.Cells.OrderBy(c => c.Key).Select(c => OneLine.Of(c.Value.Text)).Where(name => name.Length > 0)];

    private static RosterProblem Missing(string sheet, string missing, IEnumerable<string> found) =>
        new(RosterProblemKind.MissingColumns, sheet, 0, "", missing, Short(found));

    private static string Short(IEnumerable<string> heads) =>
        string.Join("、", heads.Take(12).Select(h => h.Length > 20 ? Cut.Start(h, 20) + "…" : h));
}
