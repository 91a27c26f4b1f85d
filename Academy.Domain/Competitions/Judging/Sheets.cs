using Academy.Domain.Competitions.Drills;

namespace Academy.Domain.Competitions.Judging;

/// <summary>The score sheets that the content has for judged disciplines, by slug.</summary>
public sealed class Sheets(IReadOnlyDictionary<string, Sheet> sheets)
{
    public Sheet? Of(Discipline discipline) => sheets.GetValueOrDefault(discipline.Slug);

    /// <summary>The disciplines that have one.</summary>
    public IEnumerable<Discipline> Offered => Discipline.Judged.Where(discipline => sheets.ContainsKey(discipline.Slug));
}
