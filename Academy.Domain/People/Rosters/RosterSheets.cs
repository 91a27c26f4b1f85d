namespace Academy.Domain.People.Rosters;

/// <summary>Understands sheets by their heads: which one lists branches, which people, and what each column means.</summary>
internal static class RosterSheets
{
    public static RosterFile Understand(IReadOnlyList<RawSheet> sheets)
    {
        var (branches, people, problems) = (new List<RosterRow>(), new List<RosterRow>(), new List<RosterProblem>());
        var heads = new List<string>();
        var known = 0;
        foreach (var sheet in sheets)
        {
            var filled = sheet.Rows
                .Where(row => row.IsDamaged || row.Formulas.Count > 0 || row.Cells.Values.Any(cell => Clean(cell).Length > 0))
                .ToList();
            if (filled is not [var head, .. var rest]) continue;

            var names = head.Cells.OrderBy(c => c.Key).Select(c => Clean(c.Value)).Where(name => name.Length > 0).ToList();
            heads.AddRange(names);
            var ofPeople = RosterHeads.TellPeople(names);
            if (!ofPeople && !RosterHeads.TellBranches(names) && !RosterHeads.AreFamiliar(names)) continue;

            known++;
            if (!ofPeople && !RosterHeads.TellBranches(names)) problems.Add(Missing(sheet.Name, "工号", names));
            else ReadSheet(sheet.Name, head, rest, ofPeople, ofPeople ? people : branches, problems);
        }

        if (heads.Count == 0) return RosterFile.Refused(new RosterProblem(RosterFault.Empty));
        if (known == 0) return RosterFile.Refused(new RosterProblem(RosterFault.NoKnownSheet, Found: Short(heads)));
        if (problems.Count == 0 && branches.Count + people.Count == 0) return RosterFile.Refused(new RosterProblem(RosterFault.Empty));
        if (branches.Count + people.Count > RosterReader.MostRows) return RosterFile.Refused(new RosterProblem(RosterFault.TooManyRows));
        return new RosterFile(branches, people, problems);
    }

    private static void ReadSheet(
        string sheet, RawRow head, IReadOnlyList<RawRow> rows, bool ofPeople, List<RosterRow> into, List<RosterProblem> problems)
    {
        var columns = head.Cells
            .OrderBy(c => c.Key)
            .Select(c => (Index: c.Key, Head: Clean(c.Value), Column: RosterHeads.Meaning(Clean(c.Value), ofPeople)))
            .Where(c => c.Column is not null)
            .Select(c => (c.Index, c.Head, Column: c.Column!.Value))
            .ToList();
        if (columns.GroupBy(c => c.Column).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            problems.Add(new RosterProblem(RosterFault.DuplicateColumn, sheet, 0, "", Short(twice.Select(c => c.Head))));
            return;
        }

        var missing = RosterHeads.Missing([.. columns.Select(c => c.Column)], ofPeople).ToList();
        if (missing.Count > 0)
        {
            problems.Add(Missing(
                sheet,
                string.Join("、", missing),
                head.Cells.OrderBy(c => c.Key).Select(c => Clean(c.Value)).Where(n => n.Length > 0)));
            return;
        }

        var heads = columns.ToDictionary(c => c.Column, c => c.Head);
        foreach (var row in rows)
        {
            var read = new RosterRow(
                sheet,
                row.Number,
                heads,
                columns.ToDictionary(c => c.Column, c => Clean(row.Cells.GetValueOrDefault(c.Index, ""))));
            into.Add(read);
            if (row.IsDamaged) problems.Add(read.Problem(RosterFault.DamagedRow));
            foreach (var (_, _, column) in columns.Where(c => row.Formulas.Contains(c.Index)))
                problems.Add(read.Problem(RosterFault.Formula, column));
        }
    }

    private static RosterProblem Missing(string sheet, string missing, IEnumerable<string> found) =>
        new(RosterFault.MissingColumns, sheet, 0, "", missing, Short(found));

    private static string Short(IEnumerable<string> heads) =>
        string.Join("、", heads.Take(12).Select(h => h.Length > 20 ? h[..20] + "…" : h));

    /// <summary>Without spaces around it, and in one line.</summary>
    private static string Clean(string cell) =>
        string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
