using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

/// <summary>Makes a course findable by its words.</summary>
public static class CourseIndex
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Puts what readers see of a course into the index, as it is stored, and takes out what they no longer see. To
        /// be told after every publishing, retiring and restoring.
        /// </summary>
        public async Task IndexCourseAsync(string slug, CancellationToken ct)
        {
            var lessons = await db.Lessons.InForce().Where(l => l.Course.Slug == slug).OrderBy(l => l.Number)
                .Select(l => new { l.Slug, l.Title, l.Document }).ToListAsync(ct);
            await db.FullText.PutAsync(
                SearchKinds.Clause,
                slug,
                [.. lessons.SelectMany(l => EntriesOf(slug, l.Slug, l.Title, l.Document)).DistinctBy(entry => entry.Key)],
                ct);
        }
    }

    private static IEnumerable<SearchEntry> EntriesOf(string course, string lesson, string title, LessonDocument document) =>
        document.Parts.Select(part => Entry(course, $"{lesson}#{part.Slug}", part.Title, TextOf(part)))
            .Prepend(Entry(course, lesson, title, string.Join('\n', [.. document.Aims, .. document.KeyPoints])));

    private static SearchEntry Entry(string course, string place, string title, string text) =>
        new(SearchKinds.Clause, $"{course}/{place}", course, title, text, $"/courses/{course}/{place}");

    private static string TextOf(LessonPart part) => part switch
    {
        ClausePart clause => new HtmlParser().ParseDocument(clause.Html).Body!.TextContent,
        CasePart @case => string.Join('\n', [.. @case.Situation, @case.Question, .. @case.Options.Select(option => option.Say)]),
        _ => "",
    };
}
