namespace Academy.Domain.People.Rosters;

/// <summary>The columns that an import knows.</summary>
public enum RosterColumn { Number, Name, Branch, BranchName, Position, State, Pinyin, Mail, Code, Parent, ParentName, Kind, English }

/// <summary>One row of a sheet: its cells by column, cleaned of the spaces around them.</summary>
public sealed record RosterRow(
    string Sheet, int Row, IReadOnlyDictionary<RosterColumn, string> Heads, IReadOnlyDictionary<RosterColumn, string> Cells)
{
    public string this[RosterColumn column] => Cells.GetValueOrDefault(column, "");

    public bool Has(RosterColumn column) => Heads.ContainsKey(column);

    /// <summary>The first of the columns that says something; several ways to name one thing.</summary>
    public (RosterColumn Column, string Value) Either(RosterColumn first, RosterColumn second) =>
        this[first].Length > 0 || !Has(second) ? (first, this[first]) : (second, this[second]);

    public RosterProblem Problem(RosterProblemKind kind, RosterColumn? column = null, string value = "") =>
        new(kind, Sheet, Row, column is { } c ? Heads.GetValueOrDefault(c, "") : "", value);
}

/// <summary>What a file says: the rows of its branches and of its people, and what could not be read.</summary>
public sealed record RosterFile(IReadOnlyList<RosterRow> Branches, IReadOnlyList<RosterRow> People, IReadOnlyList<RosterProblem> Problems)
{
    public int Rows => Branches.Count + People.Count;

    /// <summary>What keeps the file as a whole from being looked at.</summary>
    public IEnumerable<RosterProblem> ProblemsOfTheWhole => Problems.Where(p => p.Row == 0);

    public static RosterFile Refused(params IReadOnlyList<RosterProblem> problems) => new([], [], problems);
}
