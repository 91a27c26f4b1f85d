using Academy.Domain.Questions.Imports;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using YamlDotNet.Core;

namespace Academy.Domain.Opening;

/// <summary>
/// Brings courses, question banks and quizzes from a content folder into the database. The folder is loaded whole
/// or not at all; a course folder, bank or quiz file only when it differs from what was loaded before.
/// </summary>
public sealed partial class ContentLoader(AcademyDb db, Tutor tutor, BankZone zone, TimeProvider clock, ILogger<ContentLoader> log)
{
    private const byte ReadingVersion = 3;

    /// <summary>Files whose quizzes stay as they were. They are read again at each start, and told of until somebody mends them.</summary>
    private readonly HashSet<string> refused = [];

    public async Task LoadAsync(string contentDirectory, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var course in Folders(contentDirectory, "courses")) await LoadOnceAsync(contentDirectory, course, LoadCourseAsync, ct);
        await LoadBanksAsync(contentDirectory, "banks", ct);
        await LoadQuizzesAsync(contentDirectory, "quizzes", ct);
        await transaction.CommitAsync(ct);
    }

    public async Task LoadBanksAsync(string contentDirectory, string folder, CancellationToken ct)
    {
        foreach (var bank in Files(contentDirectory, folder, "*.gift")) await LoadOnceAsync(contentDirectory, bank, LoadGiftAsync, ct);
        foreach (var bank in Files(contentDirectory, folder, "*.yaml")) await LoadOnceAsync(contentDirectory, bank, LoadBankAsync, ct);
    }

    public async Task LoadQuizzesAsync(string contentDirectory, string folder, CancellationToken ct)
    {
        foreach (var quiz in Files(contentDirectory, folder, "*.yaml")) await LoadOnceAsync(contentDirectory, quiz, LoadQuizAsync, ct);
        await CheckSupplyAsync(ct);
    }

    private async Task LoadOnceAsync(string root, string path, Func<string, CancellationToken, Task> load, CancellationToken ct)
    {
        var name = Path.GetRelativePath(root, path).Replace('\\', '/');
        var digest = DigestOf(path);
        var loaded = await db.Set<ContentFile>().FindAsync([name], ct);
        if (loaded?.Digest == digest) return;

        try
        {
            await load(path, ct);
        }
        catch (YamlException e)
        {
            throw new ContentException(name, $"line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
        catch (Exception e) when (e is LessonException or FormatException or FileNotFoundException)
        {
            throw new ContentException(name, e.Message, e);
        }

        if (refused.Contains(path)) return;

        if (loaded is null) db.Add(new ContentFile(name, digest, clock.GetUtcNow()));
        else loaded.Reload(digest, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task LoadCourseAsync(string folder, CancellationToken ct)
    {
        var slug = Path.GetFileName(folder);
        var source = Yaml.Read<CourseSource>(await File.ReadAllTextAsync(Path.Combine(folder, "course.yaml"), ct));
        var course = await db.Courses
            .Include(c => c.Lessons)
            .ThenInclude(l => l.Clauses)
            .Include(c => c.Editions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Slug == slug, ct)
            ?? db.Add(new Course(slug)).Entity;
        course.Describe(source.Title, source.ShortTitle, source.Summary, source.Order);
        if (!await HasOwnRuleAsync(slug, ct)) course.AskFor(source.Attestation);
        var now = clock.GetUtcNow();
        var before = TextsInForce(course);
        var held = course.Edition;
        foreach (var (index, lessonSlug) in source.Lessons.Index())
        {
            var file = Path.Combine(folder, $"{lessonSlug}.md");
            var lesson = course.Lessons.SingleOrDefault(l => l.Slug == lessonSlug);
            if (lesson is null) course.Lessons.Add(lesson = new Lesson(lessonSlug));
            lesson.PlaceAt(index + 1);
            // A text that the bank has put in its place stays.
            if (!lesson.IsOwn) lesson.Revise(ReadLesson(file), null, now);
        }

        PlaceOwnLessons(course, source.Lessons, now);
        var edition = TextsInForce(course).SequenceEqual(before) ? course.Edition : course.Edition + 1;
        course.Publish(Math.Max(edition, source.Edition), DateOnly.Parse(source.EditedOn, CultureInfo.InvariantCulture), null, "", now);
        var repeated = course.Lessons
            .Where(l => l.IsInForce)
            .SelectMany(l => l.Document.Clauses)
            .GroupBy(c => c.Slug)
            .FirstOrDefault(g => g.Count() > 1);
        if (course.Edition != held)
        {
            Audit(LearningTrail.CoursePublished, LearningTrail.Course, slug, course.Title, held == 0 ? null : new { Edition = held }, new
            {
                course.Edition,
            });
        }

        if (repeated is not null) throw new LessonException($"The clause {repeated.Key} stands in the course twice.");
        await db.SaveChangesAsync(ct);
        await db.IndexCourseAsync(slug, ct);
        await tutor.CompleteReadersAsync(course, ct);
    }

    /// <summary>Whether somebody of the bank has decided who signs the course; that stays.</summary>
    private async Task<bool> HasOwnRuleAsync(string slug, CancellationToken ct) =>
        (await db.AuditEntries.Where(e => e.Subject == LearningTrail.Course
            && e.SubjectKey == slug
            && e.ActorId != null
            && (e.Act == LearningTrail.CourseAdded || e.Act == LearningTrail.CourseEdited)).Select(e => e.After).ToListAsync(ct))
        .Exists(after => after.ContainsKey(nameof(Course.Attestation)));

    private static List<(string, int)> TextsInForce(Course course) =>
        [.. course.Lessons.Where(l => l.IsInForce).OrderBy(l => l.Number).Select(l => (l.Slug, l.Edition))];

    /// <summary>Lessons of the bank's own follow those of the folder; others that are no longer in it are retired.</summary>
    private static void PlaceOwnLessons(Course course, List<string> shipped, DateTimeOffset now)
    {
        var last = shipped.Count;
        foreach (var lesson in course.Lessons.Where(l => !shipped.Contains(l.Slug)).OrderBy(l => l.Number))
        {
            if (lesson.Edition > 0 && !lesson.IsOwn) lesson.Retire(now);
            else lesson.PlaceAt(++last);
        }
    }

    private static LessonDraft ReadLesson(string file)
    {
        try
        {
            return LessonReader.Read(File.ReadAllText(file));
        }
        catch (LessonException e)
        {
            throw new ContentException(Path.GetFileName(file), e.Message, e);
        }
    }

    private async Task LoadGiftAsync(string file, CancellationToken ct)
    {
        var read = GiftReader.Read(await File.ReadAllTextAsync(file, ct));
        if (read.Reported is [var first, ..])
            throw new ContentException(Path.GetFileName(file), $"line {first.Line}: {first.Problem} {first.Detail}");
        if (read.Questions.FirstOrDefault(q => q.Id is null) is { } nameless)
            throw new ContentException(Path.GetFileName(file), $"line {nameless.Line}: the question has no id");

        await TakeInAsync(file, read.Category, [.. read.Questions.Select(q => (q.Id!, q.Name, q.ToText()))], ct);
    }

    private async Task LoadBankAsync(string file, CancellationToken ct)
    {
        var source = Yaml.Read<BankSource>(await File.ReadAllTextAsync(file, ct));
        await TakeInAsync(file, source.Title, [.. source.Questions.Select(q => (q.Key, q.Name, q.ToText()))], ct);
    }

    private async Task TakeInAsync(
        string file, string? title, IReadOnlyList<(string Key, string? Name, QuestionText Text)> questions, CancellationToken ct)
    {
        var (slug, now) = (Path.GetFileNameWithoutExtension(file), clock.GetUtcNow());
        var bank = await db.Banks
            .Include(b => b.Questions)
            .ThenInclude(q => q.Versions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(b => b.Slug == slug, ct)
            ?? db.Add(new Bank(slug)).Entity;
        if (bank.Title.Length == 0) bank.Title = title ?? slug;
        // A trainer may have moved a question into another bank.
        var keys = questions.Select(q => q.Key).ToHashSet();
        var elsewhere = await db.Questions
            .Where(q => keys.Contains(q.Key) && q.Bank.Slug != slug)
            .Include(q => q.Versions)
            .ToDictionaryAsync(q => q.Key, ct);
        foreach (var (key, name, text) in questions)
        {
            var question = bank.Questions.SingleOrDefault(q => q.Key == key) ?? elsewhere.GetValueOrDefault(key);
            if (question is null) bank.Questions.Add(question = new Question(key));
            // A question that a trainer has changed stays.
            if (question.IsOwn) continue;

            question.Name = name;
            question.Revise(text, now);
        }

        foreach (var gone in bank.Questions.Where(q => !q.IsOwn && !keys.Contains(q.Key))) gone.Retire(now);
        await db.SaveChangesAsync(ct);
        await db.IndexBankAsync(slug, ct);
        await db.IndexQuestionsAsync([.. elsewhere.Values.Select(q => q.Id)], ct);
    }

    /// <summary>
    /// Takes a quiz over by the rules that a trainer has: what people have begun stays as it was, and whoever opens the
    /// academy is told.
    /// </summary>
    private async Task LoadQuizAsync(string file, CancellationToken ct)
    {
        var slug = Path.GetFileNameWithoutExtension(file);
        var source = Yaml.Read<QuizSource>(await File.ReadAllTextAsync(file, ct));
        var (today, now) = (zone.DayOf(clock.GetUtcNow()), clock.GetUtcNow());
        var draft = source.ToDraft(moment =>
            zone.At(today.AddDays(moment.Days), TimeOnly.Parse(moment.Time, CultureInfo.InvariantCulture)));
        if (draft.Objections().ToList() is { Count: > 0 } objections)
            throw new FormatException($"The quiz cannot be so: {string.Join(", ", objections)}.");

        if (await db.Quizzes.SingleOrDefaultAsync(q => q.Slug == slug, ct) is { } known)
        {
            // Windows were counted from the day of the first loading; a mended text does not open an exam again.
            draft = draft with { Terms = draft.Terms with { OpensAt = known.Terms.OpensAt, ClosesAt = known.Terms.ClosesAt } };
            var before = QuizFacts.Of(known);
            if (known.Draft.Fingerprint == draft.Fingerprint) return;
            if (known.Change(draft, await db.HasAttemptsAsync(known.Id, ct)).Count > 0)
            {
                refused.Add(file);
                QuizStays(slug, known.Terms.Title);
                return;
            }

            Audit(QuizTrail.QuizEdited, QuizTrail.Quiz, slug, draft.Terms.Title, before, QuizFacts.Of(known));
        }
        else
        {
            var quiz = new Quiz(slug, draft);
            // A quiz whose time is over was before the employees once.
            var publishedAt = draft.Terms.OpensAt is { } opensAt && opensAt < now ? opensAt : now;
            if (quiz.Publish(publishedAt) is { } refusal) throw new FormatException($"The quiz cannot be published: {refusal}.");

            db.Add(quiz);
            Audit(QuizTrail.QuizAdded, QuizTrail.Quiz, slug, draft.Terms.Title, null, QuizFacts.Of(quiz));
        }
    }

    private void Audit(Act act, AuditSubject subject, string key, string name, object? before, object? after) =>
        db.Add(new AuditEntry(Actor.Academy, clock.GetUtcNow(), act, subject, key, name, before, after));

    /// <summary>
    /// A quiz that asks for more than the banks hold would fail whoever starts it. The quiz may have grown or a bank
    /// shrunk. Once trainers work on the banks, what they took out is no fault of the content.
    /// </summary>
    private async Task CheckSupplyAsync(CancellationToken ct)
    {
        if (await db.AuditEntries.AnyAsync(
            e => e.ActorId != null && (e.Subject == QuestionTrail.Question || e.Act == ImportTrail.QuestionsImported),
            ct))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var stays = refused.Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var quizzes = await db.Quizzes.AsNoTracking()
            .Where(q => q.OwnerId == null && (q.Terms.ClosesAt == null || q.Terms.ClosesAt > now)).ToListAsync(ct);
        foreach (var quiz in quizzes.Where(q => !stays.Contains(q.Slug))) await CheckSupplyAsync(quiz, ct);
    }

    private async Task CheckSupplyAsync(Quiz quiz, CancellationToken ct)
    {
        var supply = await db.SupplyAsync(quiz.Blueprint, null, ct);
        if (quiz.Blueprint.ShortagesOf(supply) is [var shortage, ..])
        {
            var (number, wanted, there) = (shortage.Section + 1, shortage.Wanted, shortage.There);
            throw new ContentException($"{quiz.Slug}.yaml", $"section {number} asks for {wanted} questions, {there} are certain.");
        }

        var scheme = quiz.Terms.MarkingScheme;
        var fit = db.QuestionVersions.FitUnder(scheme);
        var asked = supply.All.Select(candidate => candidate.VersionId).ToList();
        var unfit = await db.QuestionVersions.AsNoTracking().Include(v => v.Question)
            .FirstOrDefaultAsync(v => asked.Contains(v.Id) && !fit.Any(f => f.Id == v.Id), ct);
        if (unfit is not null)
            throw new ContentException($"{quiz.Slug}.yaml", $"{unfit.Question.Key}: {unfit.Text.GradedObjection(scheme)}");
    }

    /// <summary>Of the files and of how they are read: raising the number reads everything again.</summary>
    private static string DigestOf(string path)
    {
        var files = Directory.Exists(path) ? Directory.GetFiles(path).Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData([ReadingVersion]);
        foreach (var file in files)
        {
            digest.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            digest.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static IEnumerable<string> Folders(string root, string folder) =>
        Path.Combine(root, folder) is var path && Directory.Exists(path)
            ? Directory.GetDirectories(path).Order(StringComparer.Ordinal)
            : [];

    private static IEnumerable<string> Files(string root, string folder, string pattern) =>
        Path.Combine(root, folder) is var path && Directory.Exists(path)
            ? Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal)
            : [];

    [LoggerMessage(LogLevel.Warning, "The quiz {Slug} ({Title}) stays as it was: its file asks for another paper or judges it otherwise, "
        + "but people have begun it. Give the changed quiz a file of another name.")]
    private partial void QuizStays(string slug, string title);
}
