using Academy.Domain.Data;

namespace Academy.Domain.People.Rosters;

/// <summary>What a row of an import changes, kept as text: what differs, as before → after.</summary>
public static class RosterDetail
{
    private const string Separator = "；", Arrow = " → ";

    public static string Of(params IEnumerable<(string Before, string After)> facts)
    {
        var detail = string.Join(Separator, facts.Where(f => f.Before != f.After).Select(f => $"{Or(f.Before)}{Arrow}{Or(f.After)}"));
        return detail.Length > 1000 ? Cut.Start(detail, 999) + "…" : detail;
    }

    /// <summary>The same with each name and word said otherwise.</summary>
    public static string Reword(string detail, Func<string, string> say, string separator) => string.Join(
        separator, detail.Split(Separator).Select(fact => string.Join(Arrow, fact.Split(Arrow).Select(say))));

    private static string Or(string fact) => fact.Length == 0 ? "—" : fact;
}
