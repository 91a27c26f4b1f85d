using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Microsoft.AspNetCore.Http.Extensions;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>Which board is asked for: of which drill and quarter, and of whom.</summary>
/// <param name="Drill">The slug of a discipline; the first where none is asked for.</param>
/// <param name="Quarter">The name of a quarter; the current one where none is asked for.</param>
/// <param name="Of">Everybody, the people of one's own branch, or the branches.</param>
public sealed record BoardView(string? Drill = null, string? Quarter = null, string? Of = null)
{
    public const string OwnBranch = "branch";
    public const string Branches = "branches";

    public static BoardView At(Discipline discipline, Quarter quarter, string? of) => new(discipline.Slug, quarter.Slug, of);

    public string Address(string path = "/standings")
    {
        var query = new QueryBuilder();
        if (Drill is not null) query.Add("drill", Drill);
        if (Quarter is not null) query.Add("quarter", Quarter);
        if (Of is not null) query.Add("of", Of);
        return $"{path}{query}";
    }
}
