using Academy.Domain.Archives;
using Academy.Domain.People;

namespace Academy.Web.Pages.Archives;

/// <summary>Somebody's archive as programs read it, with the digests of what is sealed.</summary>
internal static class ArchiveFile
{
    public static object Of(Employee person, LifeInLearning life, IEnumerable<Edition> editions) => new
    {
        Employee = person.Number,
        person.Name,
        Entries = life.Entries.OrderBy(row => row.Entry.Number).Select(row => new
        {
            row.Entry.Number,
            row.Entry.Day,
            row.Entry.At,
            Kind = $"{row.Entry.Kind}",
            row.Entry.Subject,
            row.Entry.Title,
            row.Entry.Discipline,
            Score = row.Entry.Score?.Value,
            MaxScore = row.Entry.MaxScore?.Value,
            row.Entry.HasPassed,
            row.Entry.Rank,
            row.Entry.Field,
            row.Entry.Minutes,
            row.Entry.Detail,
            row.Entry.Branch,
            row.Entry.Position,
            row.Entry.Source,
            row.Stands,
        }),
        Editions = editions.Select(edition => new { Period = edition.Period.Name, edition.Entries, edition.Previous, edition.Digest }),
    };
}
