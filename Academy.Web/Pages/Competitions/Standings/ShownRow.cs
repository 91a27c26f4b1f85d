using System.Text.Json.Serialization;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>A row of a board as somebody sees it.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Name">Null for who is not told by name.</param>
/// <param name="Branch">Where the result belongs; null for who is not told by name.</param>
/// <param name="Score">With its unit.</param>
/// <param name="Wrong">How much of it was wrong.</param>
/// <param name="IsOwn">Whether it is the row of whoever looks.</param>
/// <param name="IsAfterGap">Whether rows between it and the one above are left out.</param>
public sealed record ShownRow(int Rank, string? Name, string? Branch, string Score, int Wrong, bool IsOwn, bool IsAfterGap)
{
    /// <summary>The time that decides between equal scores, as it is said; null where mistakes do.</summary>
    public string? Time { get; init; }

    /// <summary>By how many ranks it is better than in the quarter before; null where there was none, or the row has no name.</summary>
    [JsonIgnore]
    public int? Change { get; init; }

    /// <summary>The level that it reaches, in words.</summary>
    [JsonIgnore]
    public string? Level { get; init; }

    /// <summary>The prize that it got.</summary>
    [JsonIgnore]
    public Award? Award { get; init; }

    /// <summary>The title that it got.</summary>
    [JsonIgnore]
    public string? Title { get; init; }

    /// <summary>The row in a spreadsheet.</summary>
    public Dictionary<string, object?> Cells(IStringLocalizer<CompetitionsTexts> words, bool hasHistory)
    {
        var cells = new Dictionary<string, object?>
        {
            [words["Rank"]] = Rank,
            [words["Name"]] = Name ?? words["Unnamed"].Value,
            [words["Branch"]] = Branch,
            [words["Score"]] = Score,
            [words[Time is null ? "Wrong" : "TimeUsed"]] = Time ?? (object)Wrong,
        };
        if (hasHistory) (cells[words["Change"]], cells[words["Level"]]) = (Change, Level);
        return cells;
    }
}

/// <summary>Rows under the head of their columns.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Gap">What stands where rows are left out.</param>
public sealed record ShownRows(IReadOnlyList<ShownRow> Rows, string Gap)
{
    /// <summary>Whether changes and levels have columns.</summary>
    public bool HasHistory { get; init; }

    /// <summary>Whether prizes and titles have columns.</summary>
    public bool HasAwards { get; init; }

    /// <summary>Whether times decide between equal scores, and not mistakes.</summary>
    public bool IsTimed { get; init; }

    /// <summary>How many columns there are.</summary>
    public int Columns => HasHistory || HasAwards ? 7 : 5;
}

/// <summary>A branch among others.</summary>
public sealed record ShownUnit(UnitRow Row, string Name, bool IsOwn);
