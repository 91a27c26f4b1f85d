using Academy.Domain.Auditing;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Learning;

public sealed class EditorTests : IAsyncDisposable
{
    private const string Slug = "first-days";
    private const string Shipped = "professional-ethics";

    private readonly AcademyStore store;
    private readonly Desk desk;

    public EditorTests(OpenedAcademy opened)
    {
        store = new AcademyStore(opened);
        desk = new Desk(store);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Nobody_reads_a_course_before_it_is_published()
    {
        await BeginAsync();
        Assert.Empty(await ProgressAsync());

        Assert.Null(await desk.PublishAsync(Slug, "第一版"));

        var course = Assert.Single(await ProgressAsync());
        Assert.Equal((1, "第一天", 1), (course.Edition, course.Lessons[0].Title, course.Lessons[0].Clauses));
    }

    [Fact]
    public async Task A_retired_course_is_read_by_nobody_and_comes_back_as_it_was()
    {
        await desk.DoAsync(Shipped, (editor, actor, course) => editor.RetireAsync(actor, course.Id, default));
        Assert.Empty(await ProgressAsync(Shipped));
        Assert.Empty(await desk.LookAsync(db => db.ClauseAddressesAsync([$"{Shipped}/know-your-product"], default)));

        await desk.DoAsync(Shipped, (editor, actor, course) => editor.RestoreAsync(actor, course.Id, default));
        Assert.NotEmpty(await ProgressAsync(Shipped));
        Assert.Equal([LearningTrail.CourseRetired, LearningTrail.CourseRestored], await ActsAsync());
    }

    [Fact]
    public async Task A_retired_lesson_leaves_its_place_to_the_next()
    {
        var before = (await ProgressAsync(Shipped))[0].Lessons;
        await desk.DoAsync(
            Shipped,
            (editor, actor, course) => editor.RetireLessonAsync(actor, course.LessonId(before[0].Slug), default));

        var after = (await ProgressAsync(Shipped))[0].Lessons;
        Assert.Equal(before.Skip(1).Select(l => l.Slug), after.Select(l => l.Slug));
        Assert.Equal(Enumerable.Range(1, after.Count), after.Select(l => l.Number));
    }

    [Fact]
    public async Task The_store_and_a_lesson_agree_on_whether_its_course_has_it_and_readers_see_it()
    {
        await BeginAsync();
        await desk.DoAsync(
            Shipped, (editor, actor, course) => editor.RetireLessonAsync(actor, course.Lessons.First().Id, default));
        await desk.DoAsync(
            "civilized-service", (editor, actor, course) => editor.RetireAsync(actor, course.Id, default));

        var lessons = await desk.LookAsync(db => db.Lessons.Include(l => l.Course).OrderBy(l => l.Id).AsNoTracking().ToListAsync());

        Assert.Contains(lessons, l => l.Edition == 0);
        Assert.Contains(lessons, l => l.RetiredAt is not null);
        Assert.Contains(lessons, l => l.IsTaught && l.Course.State == CourseState.Retired);
        Assert.Equal(
            lessons.Where(l => l.IsTaught).Select(l => l.Id),
            await desk.LookAsync(db => db.Lessons.Taught().OrderBy(l => l.Id).Select(l => l.Id).ToListAsync()));
        Assert.Equal(
            lessons.Where(l => l.IsTaught && l.Course.State == CourseState.Published).Select(l => l.Id),
            await desk.LookAsync(db => db.Lessons.InForce().OrderBy(l => l.Id).Select(l => l.Id).ToListAsync()));
    }

    [Fact]
    public async Task An_edition_that_was_published_never_changes()
    {
        await BeginAsync();
        await desk.PublishAsync(Slug);
        await desk.WriteAsync(Slug, "one", "## 报到\n\n带身份证。\n\n## 工牌\n\n领工牌。");
        await desk.PublishAsync(Slug);

        var editions = await desk.LookAsync(db => db.Set<LessonEdition>()
            .Where(e => e.AuthorId != null)
            .OrderBy(e => e.Number)
            .ToListAsync());
        Assert.Equal([1, 2], editions.Select(e => e.Number));
        Assert.Equal(["报到"], editions[0].Document.Clauses.Select(c => c.Title));
        var course = await desk.CourseAsync(Slug);
        Assert.Equal([new EditionLesson("one", 1)], course.Editions.Single(e => e.Number == 1).Lessons);
        Assert.Equal([new EditionLesson("one", 2)], course.Editions.Single(e => e.Number == 2).Lessons);
    }

    [Fact]
    public async Task A_clause_keeps_its_slug_as_long_as_its_title_stays_and_no_slug_comes_twice()
    {
        await BeginAsync();
        await desk.WriteAsync(Slug, "one", "## 报到\n\n一\n\n## 工牌\n\n二");
        await desk.PublishAsync(Slug);
        var first = await SlugsAsync();

        await desk.WriteAsync(Slug, "one", "## 着装\n\n零\n\n## 工牌\n\n改过\n\n## 工牌\n\n又一张");
        await desk.PublishAsync(Slug);
        var second = await SlugsAsync();

        Assert.Equal(first["工牌"][0], second["工牌"][0]);
        Assert.Equal(3, second.Values.SelectMany(s => s).Distinct().Count());
        Assert.DoesNotContain(first["报到"][0], second.Values.SelectMany(s => s));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_published_again()
    {
        Assert.Equal(EditorRefusal.NothingNew, await desk.PublishAsync(Shipped));
        await desk.AddCourseAsync(Slug);
        Assert.Equal(EditorRefusal.NoLessons, await desk.PublishAsync(Slug));
    }

    [Theory]
    [InlineData("Teller", EditorRefusal.SlugMalformed)]
    [InlineData("teller basics", EditorRefusal.SlugMalformed)]
    [InlineData("new", EditorRefusal.SlugTaken)]
    [InlineData(Shipped, EditorRefusal.SlugTaken)]
    public async Task An_address_is_plain_and_free(string slug, EditorRefusal refusal) =>
        Assert.Equal(refusal, await desk.AddCourseAsync(slug));

    [Fact]
    public async Task A_title_and_a_text_must_be_there()
    {
        Assert.Equal(EditorRefusal.TitleMissing, await desk.AddCourseAsync(Slug, ""));
        await BeginAsync();
        Assert.Equal(EditorRefusal.TextMissing, await desk.WriteAsync(Slug, "one", "  "));
        Assert.Equal(EditorRefusal.TextTooLong, await desk.WriteAsync(Slug, "one", new string('长', Editor.LongestText)));
        Assert.Equal(EditorRefusal.CaseUnreadable, await desk.WriteAsync(Slug, "one", "```case\ntitle: 半个\n```"));
    }

    [Fact]
    public async Task Who_saves_a_text_begun_before_another_was_saved_is_told_and_replaces_nothing()
    {
        await BeginAsync();
        var (begun, mine) = (await desk.RevisionAsync(Slug, "one"), "## 报到\n\n带毕业证。");
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await desk.WriteAsync(Slug, "one", "## 报到\n\n带身份证和照片。"));

        Assert.Equal(EditorRefusal.SavedMeanwhile, await SaveAsync());
        Assert.Contains("照片", (await desk.CourseAsync(Slug)).Lessons.Single().Manuscript!.Source, StringComparison.Ordinal);

        begun = await desk.RevisionAsync(Slug, "one");
        Assert.Null(await desk.PublishAsync(Slug));
        Assert.Equal(EditorRefusal.SavedMeanwhile, await SaveAsync());
        begun = await desk.RevisionAsync(Slug, "one");
        Assert.Null(await SaveAsync());

        Task<EditorRefusal?> SaveAsync() => desk.WriteAsync(Slug, "one", begun, mine, "第一天", ManuscriptFormat.Markdown);
    }

    [Fact]
    public async Task Of_a_publishing_and_a_saving_at_the_same_time_one_is_told_of_the_other_and_no_text_is_lost()
    {
        await BeginAsync();
        for (var round = 0; round < 5; round++)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Null(await desk.WriteAsync(Slug, "one", $"## 报到\n\n第 {round} 稿。"));
            var (begun, seen) = (await desk.RevisionAsync(Slug, "one"), (await desk.CourseAsync(Slug)).AsSeen());
            store.Clock.Advance(TimeSpan.FromMinutes(1));

            var publishing = Task.Run(() => desk.ActAsync(Slug, (editor, actor, course) =>
                editor.PublishAsync(actor, course.Id, seen, $"第 {round} 次", default)));
            var saving = Task.Run(() => desk.WriteAsync(Slug, "one", begun, "## 报到\n\n别的一稿。", "第一天", ManuscriptFormat.Markdown));
            var (published, saved) = ((await publishing).Refusal, await saving);

            Assert.Single(new[] { published, saved }, refusal => refusal is null);
            Assert.Equal(saved is null, (await desk.CourseAsync(Slug)).Lessons.Single().Manuscript is not null);
        }
    }

    [Fact]
    public async Task Lessons_change_places_and_the_course_has_news()
    {
        var before = (await desk.CourseAsync(Shipped)).Lessons.OrderBy(l => l.Number).Select(l => l.Slug).ToList();
        await desk.DoAsync(Shipped, (editor, actor, course) => editor.MoveLessonAsync(actor, course.Id, before[1], 1, -1, default));

        var course = await desk.CourseAsync(Shipped);
        Assert.Equal([before[1], before[0], .. before.Skip(2)], course.Lessons.OrderBy(l => l.Number).Select(l => l.Slug));
        Assert.True(course.HasNews);
    }

    [Fact]
    public async Task Every_verb_is_in_the_audit_trail()
    {
        await BeginAsync();
        await desk.PublishAsync(Slug, "第一版");

        Assert.Equal(
            [LearningTrail.CourseAdded, LearningTrail.LessonAdded, LearningTrail.LessonEdited, LearningTrail.LessonEdited,
                LearningTrail.CoursePublished],
            await ActsAsync());
        var published = await desk.LookAsync(db =>
            db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync(e => e.Act == LearningTrail.CoursePublished));
        Assert.Equal(("T0001", "first-days", "第一版"), (published.ActorNumber, published.SubjectKey, published.After["Note"]));
    }

    [Fact]
    public async Task What_the_academy_brings_along_is_in_the_audit_trail_under_no_name()
    {
        var acts = await desk.LookAsync(db => db.AuditEntries.Where(e => e.ActorId == null).Select(e => e.Act).ToListAsync());
        Assert.Contains(LearningTrail.CoursePublished, acts);
        Assert.Contains(QuizTrail.QuizAdded, acts);
    }

    [Fact]
    public async Task A_file_that_is_none_of_its_kind_leaves_nothing_behind()
    {
        await BeginAsync();

        Assert.Equal(UploadRefusal.NotWhatItSays, await desk.AttachAsync(Slug, "one", "报到.pdf", Uploads.Executable()));
        Assert.Equal(UploadRefusal.UnknownKind, await desk.AttachAsync(Slug, "one", "图.svg", Uploads.Of("<svg/>")));
        Assert.Equal(UploadRefusal.TooLarge, await desk.AttachAsync(Slug, "one", "图.png", Uploads.Png(6 << 20)));
        await Assert.ThrowsAsync<IOException>(() => desk.AttachAsync(Slug, "one", "图.png", new CutStream(Uploads.Png(100_000))));

        Assert.Empty(await desk.LookAsync(db => db.Attachments.ToListAsync()));
        Assert.Empty(
            await store.AskAsync<Domain.AcademySettings, List<string>>(settings => Task.FromResult(FilesIn(settings.DataDirectory))));
        Assert.Null(await desk.AttachAsync(Slug, "one", "图.png", Uploads.Png(1000)));
        Assert.Equal("image/png", (await desk.LookAsync(db => db.Attachments.SingleAsync())).MediaType);
    }

    private static List<string> FilesIn(string dataDirectory) =>
        Path.Combine(dataDirectory, "files") is var folder && Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)]
            : [];

    private async Task BeginAsync()
    {
        Assert.Null(await desk.AddCourseAsync(Slug));
        Assert.Null(await desk.AddLessonAsync(Slug, "one"));
        Assert.Null(await desk.WriteAsync(Slug, "one", "## 报到\n\n带身份证。"));
    }

    private Task<List<CourseProgress>> ProgressAsync(string slug = Slug) =>
        desk.LookAsync(db => db.CourseProgressAsync(1, slug, default));

    private Task<List<Act>> ActsAsync() =>
        desk.LookAsync(db => db.AuditEntries.Where(e => e.ActorNumber == "T0001").OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());

    private async Task<Dictionary<string, List<string>>> SlugsAsync() =>
        (await desk.CourseAsync(Slug)).Lessons
            .Single().Document.Clauses
            .GroupBy(c => c.Title)
            .ToDictionary(g => g.Key, g => g.Select(c => c.Slug).ToList());
}

/// <summary>A line that goes dead in the middle of an upload.</summary>
file sealed class CutStream(Stream content) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => content.Position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) =>
        content.Position > content.Length / 2
            ? throw new IOException("The line is cut.")
            : content.Read(buffer, offset, Math.Min(count, 4096));

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
