using System.Security.Cryptography;
using System.Text;

namespace Academy.Domain.People.Rosters;

/// <summary>What kinds of rows the preview tells apart; every row is of exactly one.</summary>
public enum RosterKind { ToMend, Created, Changed, Moved, Disabled, Same }

/// <summary>What one row would do. At most one action to a row: the weightiest, with everything that changes in the detail.</summary>
public sealed record RosterChange(
    string Sheet,
    int Row,
    RosterAction Action,
    string Key,
    string Name,
    string Detail,
    BranchFacts? Branch = null,
    PersonFacts? Person = null)
{
    public RosterKind Kind => KindOf(Action);

    public static RosterKind KindOf(RosterAction action) => action switch
    {
        RosterAction.AddBranch or RosterAction.AddPerson => RosterKind.Created,
        RosterAction.MoveBranch or RosterAction.MovePerson => RosterKind.Moved,
        RosterAction.Discharge => RosterKind.Disabled,
        _ => RosterKind.Changed,
    };

    public RosterStep ToStep(long runId) => new(runId, Sheet, Row, Action, Key, Name, Detail);
}

/// <summary>
/// What an import would do to the roll as it is now. A pure function of file and roll; what is
/// already so makes no change.
/// </summary>
public sealed record RosterPlan(int Rows, IReadOnlyList<RosterChange> Changes, IReadOnlyList<RosterProblem> Problems)
{
    /// <summary>A complete file names everybody: who is missing from it has left. Nobody is put out by an import of their own.</summary>
    public static RosterPlan Of(RosterFile file, RosterSnapshot roll, bool isComplete, string importer)
    {
        var branches = new BranchPlanning(file.Branches, roll.Branches).Plan();
        var people = new PeoplePlanning(file.People, branches, roll, importer).Plan(isComplete);
        var problems = file.Problems
            .Concat(branches.Problems)
            .Concat(people.Problems)
            .OrderBy(p => p.Sheet, StringComparer.Ordinal)
            .ThenBy(p => p.Row)
            .ToList();
        var bad = problems.Select(p => (p.Sheet, p.Row)).ToHashSet();
        return new RosterPlan(
            file.Rows,
            [.. branches.Changes.Concat(people.Changes).Where(c => c.Row == 0 || !bad.Contains((c.Sheet, c.Row)))],
            problems);
    }

    /// <summary>How many rows are of the kind. They add up to the rows of the file.</summary>
    public int Count(RosterKind kind) => kind switch
    {
        RosterKind.ToMend => Problems.Where(p => p.Row > 0).Select(p => (p.Sheet, p.Row)).Distinct().Count(),
        RosterKind.Same => Rows - Enum.GetValues<RosterKind>().Where(other => other != RosterKind.Same).Sum(Count),
        _ => Changes.Count(c => c.Row > 0 && c.Kind == kind),
    };

    /// <summary>How many are discharged because a complete file does not name them.</summary>
    public int Unnamed => Changes.Count(c => c.Row == 0);

    public bool MayBeApplied => Problems.Count == 0 && Changes.Count > 0;

    /// <summary>Equal for plans that do the same; tells whether the roll has changed since the plan was shown.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Changes.Concat<object>(Problems)))));
}
