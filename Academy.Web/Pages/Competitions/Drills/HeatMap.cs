using Academy.Domain.Competitions.Drills;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>Where keys were missed: rows of a slip by the places of its digits, kinds of lines by the keys of the pad.</summary>
public sealed class HeatMap
{
    private const int Steps = 4;
    private const string Pad = "0123456789.";

    private readonly Dictionary<(int Row, string Column), int> counts;

    public HeatMap(KeyedResult result)
    {
        var isSlips = result.Terms.Discipline.Kind == DrillKind.Slips;
        counts = result.Misses.CountBy(miss => (miss.Field.Row, Column: isSlips ? $"{miss.Place}" : $"{miss.Expected}")).ToDictionary();
        Rows = [.. Enumerable.Range(1, isSlips ? SlipBook.RowCount : Enum.GetValues<LineKind>().Length)];
        Columns = isSlips
            ? [.. Enumerable.Range(1, SlipBook.MostDigits).Reverse().Select(place => $"{place}")]
            : [.. Pad.Select(key => $"{key}")];
    }

    public IReadOnlyList<int> Rows { get; }

    /// <summary>Places from the left, or keys.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The row with more misses than any other; null when there is none.</summary>
    public int? Worst
    {
        get
        {
            var rows = Rows.Select(row => (Row: row, Count: Columns.Sum(column => this[row, column])))
                .OrderByDescending(row => row.Count)
                .ToList();
            return rows[0].Count > rows[1].Count ? rows[0].Row : null;
        }
    }

    public int this[int row, string column] => counts.GetValueOrDefault((row, column));

    /// <summary>From 0 for nothing to 4 for as many as anywhere.</summary>
    public int Step(int row, string column) =>
        this[row, column] == 0 ? 0 : (int)Math.Ceiling((double)Steps * this[row, column] / counts.Values.Max());
}
