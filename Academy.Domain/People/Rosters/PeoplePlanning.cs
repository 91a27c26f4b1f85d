namespace Academy.Domain.People.Rosters;

/// <summary>Plans the people of an import: each row against the person of that number.</summary>
internal sealed class PeoplePlanning(IReadOnlyList<RosterRow> rows, BranchPlanning branches, RosterSnapshot roll, string importer)
{
    private readonly Dictionary<string, PersonFacts> before = roll.People.ToDictionary(p => Employee.Normalize(p.Number));
    private readonly Dictionary<string, KnownPosition> bySlug = roll.Positions.ToDictionary(p => p.Slug);
    private readonly ILookup<string, KnownPosition> byName = roll.Positions
        .SelectMany(p => new[] { p.Name, p.English }.Distinct().Select(name => (name, p)))
        .ToLookup(p => p.name, p => p.p, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> named = [];

    public List<RosterProblem> Problems { get; } = [];
    public List<RosterChange> Changes { get; } = [];

    public PeoplePlanning Plan(bool isComplete)
    {
        foreach (var row in rows) PlanRow(row);
        if (isComplete && rows.Count == 0) Problems.Add(new RosterProblem(RosterProblemKind.NobodyNamed));
        else if (isComplete) DischargeTheUnnamed();
        return this;
    }

    private void PlanRow(RosterRow row)
    {
        var known = Problems.Count;
        var number = RollEntry.Number.Read(row[RosterColumn.Number]);
        var old = before.GetValueOrDefault(Employee.Normalize(number));
        if (old is null) Problems.AddRange(RosterEntries.Problems(row, (RosterColumn.Number, RollEntry.Number)));
        Problems.AddRange(RosterEntries.Problems(
            row, (RosterColumn.Name, RollEntry.PersonName), (RosterColumn.Pinyin, RollEntry.PinyinKey),
            (RosterColumn.Mail, RollEntry.MailAddress)));
        if (number.Length > 0 && !named.Add(Employee.Normalize(number)))
            Report(row, RosterProblemKind.DuplicateNumber, RosterColumn.Number, number);

        var state = StateOf(row, old);
        if (state is { Employment: Employment.Left })
        {
            if (Problems.Count == known && old is { State.Employment: not Employment.Left }) Discharge(row, old);
            return;
        }

        var branch = BranchOf(row, old);
        var position = PositionOf(row);
        if (Problems.Count > known || state is null || branch is null || position is null) return;

        var wanted = new PersonFacts(
            old?.Number ?? number, row[RosterColumn.Name], PinyinOf(row, old), branch.Code, position.Slug, state.Value, MailOf(row, old));
        if (old is null)
        {
            Changes.Add(Change(
                row, RosterAction.AddPerson, wanted, string.Join("；", branch.Name, position.Name, RosterWords.WordFor(state.Value))));
        }
        else if (old != wanted)
        {
            Changes.Add(Change(row, ActionFor(old, wanted), wanted, DetailOf(old, wanted)));
        }
    }

    /// <summary>Without a column of states those with the bank stay as they are; an empty cell says at work.</summary>
    private EmploymentState? StateOf(RosterRow row, PersonFacts? old)
    {
        if (!row.Has(RosterColumn.State)) return old is { State.Employment: not Employment.Left } ? old.State : EmploymentState.AtWork;
        if (row[RosterColumn.State].Length == 0) return EmploymentState.AtWork;
        if (RosterWords.StateOf(row[RosterColumn.State]) is { } state) return state;

        Report(row, RosterProblemKind.UnknownState, RosterColumn.State, row[RosterColumn.State]);
        return null;
    }

    private BranchFacts? BranchOf(RosterRow row, PersonFacts? old)
    {
        var (column, said) = row.Either(RosterColumn.Branch, RosterColumn.BranchName);
        if (said.Length == 0)
        {
            Report(row, RosterProblemKind.MissingValue, column);
            return null;
        }

        var (branch, problem) = branches.Find(said);
        if (problem is { } unfound) Report(row, unfound, column, said);
        else if (branch!.IsClosed && (old is null or { State.Employment: Employment.Left } || old.Branch != branch.Code))
            Report(row, RosterProblemKind.ClosedBranch, column, said);
        return branch;
    }

    private KnownPosition? PositionOf(RosterRow row)
    {
        var said = row[RosterColumn.Position];
        if (bySlug.TryGetValue(said, out var position)) return position;

        var alike = byName[said].Take(2).ToList();
        if (alike is [var one]) return one;

        var problem = alike.Count == 0 ? RosterProblemKind.UnknownPosition : RosterProblemKind.AmbiguousPosition;
        Report(row, said.Length == 0 ? RosterProblemKind.MissingValue : problem, RosterColumn.Position, said);
        return null;
    }

    /// <summary>What the file says; else the key that was set by hand; else the name.</summary>
    private static string PinyinOf(RosterRow row, PersonFacts? old)
    {
        var said = RollEntry.PinyinKey.Read(row[RosterColumn.Pinyin]);
        var kept = old is null || old.Pinyin == old.Name ? "" : old.Pinyin;
        return Employee.SortKeyOf(row[RosterColumn.Name], said.Length > 0 ? said : kept);
    }

    /// <summary>What the file says; an empty cell takes nobody's address away.</summary>
    private static string MailOf(RosterRow row, PersonFacts? old)
    {
        var said = RollEntry.MailAddress.Read(row[RosterColumn.Mail]);
        return said.Length > 0 ? said : old?.Mail ?? "";
    }

    private static RosterAction ActionFor(PersonFacts old, PersonFacts wanted)
    {
        if (old.State != wanted.State)
        {
            return wanted.State.Employment == Employment.OnLeave && old.State.Employment != Employment.Left
                ? RosterAction.SendOnLeave
                : RosterAction.TakeBack;
        }

        return old.Branch == wanted.Branch && old.Position == wanted.Position ? RosterAction.EditPerson : RosterAction.MovePerson;
    }

    private string DetailOf(PersonFacts old, PersonFacts wanted) => RosterDetail.Of(
        (old.Name, wanted.Name), (old.Pinyin, wanted.Pinyin), (old.Mail, wanted.Mail),
        (NameOf(old.Branch), NameOf(wanted.Branch)),
        (bySlug[old.Position].Name, bySlug[wanted.Position].Name), (RosterWords.WordFor(old.State), RosterWords.WordFor(wanted.State)));

    private string NameOf(string branch) => branches.Find(branch).Branch?.Name ?? branch;

    private void Discharge(RosterRow row, PersonFacts person)
    {
        if (IsImporter(person))
        {
            Report(row, RosterProblemKind.DischargesYourself, RosterColumn.Number, person.Number);
        }
        else
        {
            Changes.Add(Change(
                row,
                RosterAction.Discharge,
                person with { State = new(Employment.Left, null) },
                DetailOf(person, person with { State = new(Employment.Left, null) })));
        }
    }

    private void DischargeTheUnnamed()
    {
        foreach (var person in roll.People.Where(p =>
            p.State.Employment != Employment.Left && !named.Contains(Employee.Normalize(p.Number))))
        {
            if (IsImporter(person)) Problems.Add(new RosterProblem(RosterProblemKind.DischargesYourself, Value: person.Number));
            else
            {
                var gone = person with { State = new(Employment.Left, null) };
                Changes.Add(new RosterChange(
                    "", 0, RosterAction.Discharge, person.Number, person.Name, DetailOf(person, gone), Person: gone));
            }
        }
    }

    private bool IsImporter(PersonFacts person) => Employee.Normalize(person.Number) == Employee.Normalize(importer);

    private static RosterChange Change(RosterRow row, RosterAction action, PersonFacts person, string detail) =>
        new(row.Sheet, row.Row, action, person.Number, person.Name, detail, Person: person);

    private void Report(RosterRow row, RosterProblemKind kind, RosterColumn? column = null, string value = "") =>
        Problems.Add(row.Problem(kind, column, value));
}
