using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

/// <summary>
/// What the texts of lessons are found by. It is read from them before somebody takes the turn: reading takes longer than writing.
/// </summary>
public sealed class CourseWords
{
    private readonly Dictionary<(long LessonId, int Edition), IReadOnlyList<IndexedText>> entries = [];

    internal bool Holds(long lessonId, int edition) => entries.ContainsKey((lessonId, edition));

    internal IReadOnlyList<IndexedText> Of(long lessonId, int edition) => entries[(lessonId, edition)];

    internal void Add(long lessonId, int edition, IEnumerable<IndexedText> words) => entries[(lessonId, edition)] = [.. words];
}

/// <summary>Makes a course findable by its words.</summary>
public static class CourseIndex
{
    /// <summary>What the index calls a lesson and a clause of one.</summary>
    public const string Kind = "clause";

    extension(AcademyDb db)
    {
        /// <summary>
        /// Puts what readers see of a course into the index, as it is stored, and takes out what they no longer see. To
        /// be told with every publishing, retiring and restoring, once it is saved.
        /// </summary>
        /// <param name="slug">The course.</param>
        /// <param name="words">What was read before; texts that are not among it are read now.</param>
        /// <param name="ct">Stops the work.</param>
        public async Task IndexCourseAsync(string slug, CourseWords words, CancellationToken ct)
        {
            var lessons = await db.Lessons.InForce().Where(l => l.Course.Slug == slug).OrderBy(l => l.Number)
                .Select(l => new { l.Id, l.Edition }).ToListAsync(ct);
            await db.ReadWordsAsync(slug, words, [.. lessons.Where(l => !words.Holds(l.Id, l.Edition)).Select(l => l.Id)], ct);
            await db.FullText.PutAsync(
                Kind, slug, [.. lessons.SelectMany(l => words.Of(l.Id, l.Edition)).DistinctBy(entry => entry.Key)], ct);
        }

        /// <summary>Reads the words of all texts that the lessons of a course have now.</summary>
        public async Task<CourseWords> CourseWordsAsync(string slug, CancellationToken ct)
        {
            var words = new CourseWords();
            var lessons = db.Lessons.Where(l => l.Course.Slug == slug && l.Edition > 0).Select(l => l.Id);
            await db.ReadWordsAsync(slug, words, await lessons.ToListAsync(ct), ct);
            return words;
        }

        private async Task ReadWordsAsync(string slug, CourseWords words, List<long> lessonIds, CancellationToken ct)
        {
            if (lessonIds.Count == 0) return;

            var lessons = await db.Lessons.Where(l => lessonIds.Contains(l.Id))
                .Select(l => new { l.Id, l.Slug, l.Edition, l.Title, l.Document }).ToListAsync(ct);
            foreach (var lesson in lessons)
                words.Add(lesson.Id, lesson.Edition, EntriesOf(slug, lesson.Slug, lesson.Title, lesson.Document));
        }
    }

    extension(CourseWords words)
    {
        /// <summary>Reads the words of a text that a publishing will put in force.</summary>
        public void AddNext(string course, Lesson lesson, LessonDraft draft) =>
            words.Add(lesson.Id, lesson.Edition + 1, EntriesOf(course, lesson.Slug, draft.Title, draft.Document));
    }

    private static IEnumerable<IndexedText> EntriesOf(string course, string lesson, string title, LessonDocument document) =>
        document.Parts.Select(part => Entry(course, $"{lesson}#{part.Slug}", part.Title, TextOf(part)))
            .Prepend(Entry(course, lesson, title, string.Join('\n', [.. document.Aims, .. document.KeyPoints])));

    private static IndexedText Entry(string course, string place, string title, string text) =>
        new(Kind, $"{course}/{place}", course, title, text, Addresses.OfPlace(course, place));

    private static string TextOf(LessonPart part) => part switch
    {
        ClausePart clause => new HtmlParser().ParseDocument(clause.Html).Body!.TextContent,
        CasePart @case => string.Join('\n', [.. @case.Situation, @case.Question, .. @case.Options.Select(option => option.Say)]),
        _ => "",
    };
}
