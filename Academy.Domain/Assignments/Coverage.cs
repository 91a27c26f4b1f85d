using Academy.Domain.Learning;
using Academy.Domain.People;

namespace Academy.Domain.Assignments;

/// <summary>Who has finished what of all that the bank asks for on a day. Never changed: the ledger makes a new one.</summary>
public sealed class Coverage
{
    private readonly Dictionary<long, CoveredUnit> units;
    private readonly Dictionary<long, CoveredPosition> positions;
    private readonly Dictionary<long, int> places;
    private readonly Dictionary<Subject, int> columns;
    private readonly ILookup<(long BranchId, long PositionId), int> posts;
    private readonly CoverageState[][] states;
    private readonly NudgeRecord nudges;

    private Coverage(Coverage other, CoverageState[][] states)
    {
        (Day, People, Subjects, Organization) = (other.Day, other.People, other.Subjects, other.Organization);
        (units, positions, places, posts, columns) = (other.units, other.positions, other.places, other.posts, other.columns);
        (this.states, nudges) = (states, other.nudges);
    }

    internal Coverage(DateOnly day, CoverageSource source, Func<CoveredSubject, CompletionRecord> completions, NudgeRecord nudges)
    {
        Day = day;
        People = source.People;
        Subjects = source.Subjects;
        Organization = new Organization(source.Units.Select(u => (u.Id, u.Path)));
        units = source.Units.ToDictionary(u => u.Id);
        positions = source.Positions.ToDictionary(p => p.Id);
        places = People.Index().ToDictionary(p => p.Item.Id, p => p.Index);
        columns = Subjects.Index().ToDictionary(s => s.Item.Subject, s => s.Index);
        this.nudges = nudges;
        posts = People.Index().ToLookup(p => (p.Item.BranchId, p.Item.PositionId), p => p.Index);
        states = [.. Subjects.Select(subject => StatesIn(subject, completions(subject)))];
    }

    public DateOnly Day { get; }

    /// <summary>Everybody with the bank, by name.</summary>
    public IReadOnlyList<CoveredPerson> People { get; }

    /// <summary>What is asked of anybody now, the earliest due first.</summary>
    public IReadOnlyList<CoveredSubject> Subjects { get; }

    public Organization Organization { get; }
    public IEnumerable<CoveredUnit> Units => units.Values;
    public IEnumerable<CoveredPosition> Positions => positions.Values;

    public CoveredUnit UnitOf(CoveredPerson person) => units[person.BranchId];

    public CoveredPosition PositionOf(CoveredPerson person) => positions[person.PositionId];

    public CoveredPerson? Person(long id) => places.TryGetValue(id, out var place) ? People[place] : null;

    public CoverageState StateOf(CoveredPerson person, CoveredSubject subject) => states[columns[subject.Subject]][places[person.Id]];

    public IEnumerable<CoveredSubject> SubjectsOf(CoveredPerson person, CoverageState state) =>
        Subjects.Where(s => StateOf(person, s) == state);

    public DateTimeOffset? NudgedAt(CoveredPerson person, CoveredSubject subject) => nudges.Last(person.Id, subject.Key);

    public bool IsNudgedToday(CoveredPerson person, CoveredSubject subject) => nudges.IsOn(Day, person.Id, subject.Key);

    public IEnumerable<CoveredUnit> Below(CoveredUnit unit) => units.Values.Where(u => u.ParentId == unit.Id);

    public IEnumerable<CoveredPerson> PeopleIn(CoverageScope scope)
    {
        var within = scope.IsOwn ? [scope.Unit.Id] : units.Values.Where(u => u.IsWithin(scope.Unit)).Select(u => u.Id).ToHashSet();
        return People.Where(p => within.Contains(p.BranchId) && (scope.Position is null || p.PositionId == scope.Position.Id));
    }

    public IEnumerable<CoveredPerson> PeopleIn(CoverageScope scope, CoveredSubject subject, CoverageState state) =>
        PeopleIn(scope).Where(p => StateOf(p, subject) == state);

    /// <summary>Everybody at work whom the audience covers.</summary>
    public IEnumerable<CoveredPerson> AtWorkIn(Audience audience) =>
        PlacesIn(audience).Select(place => People[place]).Where(p => p.Employment == Employment.Active);

    /// <summary>
    /// Counts each row in one pass over all people. Rows of one table do not overlap: they are units with what is
    /// below them, units alone, or the positions of one unit.
    /// </summary>
    public IReadOnlyList<CoverageRow> Count(IReadOnlyList<CoverageScope> rows, IReadOnlyList<CoveredSubject> subjects)
    {
        var owners = new RowFinder(rows, units);
        var due = new int[rows.Count, subjects.Count];
        var done = new int[rows.Count, subjects.Count];
        var people = new int[rows.Count];
        var shown = subjects.Select(s => states[columns[s.Subject]]).ToArray();
        for (var place = 0; place < People.Count; place++)
        {
            if (owners.RowOf(People[place]) is not { } row) continue;

            var isAsked = false;
            for (var column = 0; column < shown.Length; column++)
            {
                var state = shown[column][place];
                if (state is not (CoverageState.Missing or CoverageState.Done)) continue;

                isAsked = true;
                due[row, column]++;
                if (state == CoverageState.Done) done[row, column]++;
            }

            if (isAsked) people[row]++;
        }

        return [.. rows.Select((scope, row) =>
            new CoverageRow(scope, people[row], [.. subjects.Select((_, column) => new Tally(due[row, column], done[row, column]))]))];
    }

    /// <summary>What is known after more completions, and with the subjects counted anew whose record is another.</summary>
    internal Coverage With(
        IEnumerable<(long EmployeeId, Subject Subject)> completed,
        IEnumerable<CoveredSubject> renewed,
        Func<CoveredSubject, CompletionRecord> completions)
    {
        var next = states.ToArray();
        foreach (var news in completed
            .Where(c => columns.ContainsKey(c.Subject) && places.ContainsKey(c.EmployeeId))
            .GroupBy(c => columns[c.Subject], c => places[c.EmployeeId]))
        {
            var subject = Subjects[news.Key];
            var column = next[news.Key] = [.. next[news.Key]];
            foreach (var place in news.Where(p => column[p] == CoverageState.Missing))
                column[place] = StateOf(People[place], subject, completions(subject));
        }

        foreach (var subject in renewed) next[columns[subject.Subject]] = StatesIn(subject, completions(subject));
        return new Coverage(this, next);
    }

    private CoverageState StateOf(CoveredPerson person, CoveredSubject subject, CompletionRecord completions) =>
        subject.Duties.Where(d => d.Assignment.Audience.Covers(person.Id, person.BranchId, person.PositionId, Organization))
            .Aggregate(CoverageState.NotAsked, (state, duty) => With(state, person, duty, subject, completions));

    private CoverageState[] StatesIn(CoveredSubject subject, CompletionRecord completions)
    {
        var column = new CoverageState[People.Count];
        foreach (var duty in subject.Duties)
        {
            foreach (var place in PlacesIn(duty.Assignment.Audience))
                column[place] = With(column[place], People[place], duty, subject, completions);
        }

        return column;
    }

    /// <summary>Asks the audience once for everybody who works in the same place as the same.</summary>
    private IEnumerable<int> PlacesIn(Audience audience)
    {
        var unnamed = audience with { People = [] };
        var named = audience.People
            .Where(places.ContainsKey)
            .Distinct()
            .Select(id => places[id])
            .Where(place => !IsIn(People[place].BranchId, People[place].PositionId));
        return posts.Where(post => IsIn(post.Key.BranchId, post.Key.PositionId)).SelectMany(post => post).Concat(named);

        bool IsIn(long branch, long position) => unnamed.Covers(0, branch, position, Organization);
    }

    /// <summary>A subject that several assignments ask for is done when each of them is.</summary>
    private static CoverageState With(
        CoverageState state, CoveredPerson person, Duty duty, CoveredSubject subject, CompletionRecord completions)
    {
        if (person.Employment != Employment.Active) return CoverageState.Away;
        if (state == CoverageState.Missing || !completions.Does(duty, person.Id, subject.LeastEdition)) return CoverageState.Missing;
        return CoverageState.Done;
    }
}
