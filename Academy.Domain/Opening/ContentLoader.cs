using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Opening;

/// <summary>
/// Brings courses, question banks, quizzes and schemes from a content folder into the database: what differs from what was loaded
/// before is read and checked first, then the folder is taken in whole or not at all, in one turn. That turn is long, but it
/// is taken before the doors open, when no answer waits.
/// </summary>
public sealed partial class ContentLoader(
    AcademyDb db, BankZone zone, Consent consent, TimeProvider clock, ILogger<ContentLoader> log)
{
    private static readonly string[] Kinds = ["courses", "banks", "quizzes", "schemes"];

    /// <summary>Quizzes whose files are not taken over; they are read again at each start, and told of until somebody mends them.</summary>
    private readonly HashSet<string> refused = [];

    private readonly Retirements retirements = new();

    /// <summary>Once trainers work on questions, what they took out is no problem of the content.</summary>
    private bool trainersWork;

    public Task LoadAsync(string contentDirectory, CancellationToken ct) => LoadAsync(contentDirectory, "", ct);

    /// <summary>Loads the courses, banks, quizzes and schemes that lie in one folder of the content.</summary>
    public async Task LoadAsync(string contentDirectory, string folder, CancellationToken ct)
    {
        var known = await db.Set<ContentFile>().AsNoTracking().ToDictionaryAsync(file => file.Path, file => file.Digest, ct);
        var parts = PartsOf(contentDirectory, folder).ToList();
        var gone = known.Keys.Where(name => IsOf(folder, name)).Except(parts.Select(part => part.Name)).Order().ToList();
        if (parts.Count == 0 && gone.Count == 0 && !await db.Courses.AnyAsync(ct))
            consent.Ask($"There are no courses, banks or quizzes in {contentDirectory}.");

        var read = new List<(ContentPart Part, ContentWriter Write)>();
        foreach (var part in parts.Where(part => known.GetValueOrDefault(part.Name) != part.Digest))
            read.Add((part, await part.ReadAsync()));

        await using var turn = await db.TakeTurnAsync(ct);
        trainersWork = await db.AuditEntries.AnyAsync(
            e => e.ActorId != null && (e.Subject == QuestionTrail.Question || e.Act == ImportTrail.QuestionsImported), ct);
        foreach (var (part, write) in read)
        {
            if (await part.NamingAsync(() => write(ct))) await NoteAsync(part, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        gone.ForEach(retirements.Add);
        retirements.AskFor(consent, contentDirectory);
        await db.Set<ContentFile>().Where(file => gone.Contains(file.Path)).ExecuteDeleteAsync(ct);
        if (!trainersWork) await CheckSupplyAsync(ct);
        await turn.CommitAsync(ct);
    }

    /// <summary>Courses before banks, banks before the quizzes that draw from them, and schemes after all that they ask for.</summary>
    private IEnumerable<ContentPart> PartsOf(string root, string folder)
    {
        var place = Path.Combine(root, folder);
        return
        [
            .. Folders(place, "courses").Select(path => new ContentPart(root, path, ReadCourse)),
            .. Files(place, "banks", "*.gift").Select(path => new ContentPart(root, path, ReadGift)),
            .. Files(place, "banks", "*.yaml").Select(path => new ContentPart(root, path, ReadBank)),
            .. Files(place, "quizzes", "*.yaml").Select(path => new ContentPart(root, path, ReadQuiz)),
            .. Files(place, "schemes", "*.yaml").Select(path => new ContentPart(root, path, ReadScheme)),
        ];
    }

    private static bool IsOf(string folder, string name) => Path.GetDirectoryName(name) is { } place
        && Kinds.Any(kind => place.Replace('\\', '/') == (folder.Length == 0 ? kind : $"{folder}/{kind}"));

    private async Task NoteAsync(ContentPart part, CancellationToken ct)
    {
        var loaded = await db.Set<ContentFile>().FindAsync([part.Name], ct);
        if (loaded is null) db.Add(new ContentFile(part.Name, part.Digest, clock.GetUtcNow()));
        else loaded.Reload(part.Digest, clock.GetUtcNow());
    }

    private ContentWriter ReadCourse(string folder)
    {
        var slug = Path.GetFileName(folder);
        var source = Yaml.Read<CourseSource>(File.ReadAllText(Path.Combine(folder, "course.yaml")));
        var editedOn = DateOnly.Parse(source.EditedOn, CultureInfo.InvariantCulture);
        var terms = new CourseTerms(source.Title, source.ShortTitle, source.Summary, source.Attestation);
        if (terms.Refusal() is { } refusal) throw new FormatException($"The course cannot be so: {refusal}.");

        var lessons = source.Lessons.ConvertAll(lesson => (Slug: lesson, Draft: ReadLesson(Path.Combine(folder, $"{lesson}.md"))));
        return async ct =>
        {
            await WriteCourseAsync(slug, source, editedOn, lessons, ct);
            return true;
        };
    }

    private async Task WriteCourseAsync(
        string slug, CourseSource source, DateOnly editedOn, List<(string Slug, LessonDraft Draft)> lessons, CancellationToken ct)
    {
        db.DemandTurn();
        var course = await db.Courses
            .Include(c => c.Lessons)
            .ThenInclude(l => l.Clauses)
            .Include(c => c.Editions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Slug == slug, ct)
            ?? db.Add(new Course(slug)).Entity;
        course.Describe(source.Title, source.ShortTitle, source.Summary, source.Order);
        if (!course.HasOwnRule) course.AskFor(source.Attestation);
        var now = clock.GetUtcNow();
        var before = TextsInForce(course);
        var held = course.Edition == 0 ? null : CourseEditionFacts.Of(course);
        foreach (var (index, (lessonSlug, draft)) in lessons.Index())
        {
            var lesson = course.Lessons.SingleOrDefault(l => l.Slug == lessonSlug);
            if (lesson is null) course.Lessons.Add(lesson = new Lesson(lessonSlug));
            lesson.PlaceAt(index + 1);
            // A text that the bank has put in its place stays.
            if (!lesson.IsOwn) lesson.Revise(draft, null, now);
        }

        PlaceOwnLessons(course, source.Lessons, now);
        var edition = TextsInForce(course).SequenceEqual(before) ? course.Edition : course.Edition + 1;
        course.Publish(Math.Max(edition, source.Edition), editedOn, null, "", now);
        var repeated = course.Lessons
            .Where(l => l.IsTaught)
            .SelectMany(l => l.Document.Clauses)
            .GroupBy(c => c.Slug)
            .FirstOrDefault(g => g.Count() > 1);
        if (repeated is not null) throw new LessonException($"The clause {repeated.Key} stands in the course twice.");

        if (course.Edition != held?.Edition)
            Audit(LearningTrail.CoursePublished, LearningTrail.Course, slug, course.Title, held, CourseEditionFacts.Of(course));

        await db.SaveChangesAsync(ct);
        await db.IndexCourseAsync(slug, new CourseWords(), ct);
    }

    private static List<(string, int)> TextsInForce(Course course) =>
        [.. course.Lessons.Where(l => l.IsTaught).OrderBy(l => l.Number).Select(l => (l.Slug, l.Edition))];

    /// <summary>Lessons of the bank's own follow those of the folder; others that are no longer in it are retired.</summary>
    private void PlaceOwnLessons(Course course, List<string> shipped, DateTimeOffset now)
    {
        var last = shipped.Count;
        foreach (var lesson in course.Lessons.Where(l => !shipped.Contains(l.Slug)).OrderBy(l => l.Number))
        {
            if (lesson.Edition == 0 || lesson.IsOwn)
            {
                lesson.PlaceAt(++last);
                continue;
            }

            if (lesson.IsTaught) retirements.Add($"the lesson {course.Slug}/{lesson.Slug}");
            lesson.Retire(now);
        }
    }

    private static LessonDraft ReadLesson(string file)
    {
        try
        {
            return LessonReader.Read(File.ReadAllText(file));
        }
        catch (Exception e) when (e is LessonException or DenseMarkdownException)
        {
            throw new ContentException(Path.GetFileName(file), e.Message, e);
        }
    }

    private ContentWriter ReadGift(string file)
    {
        var read = GiftReader.Read(File.ReadAllText(file));
        if (read.Reported is [var first, ..])
            throw new ContentException(Path.GetFileName(file), $"line {first.Line}: {first.Problem} {first.Detail}");
        if (read.Questions.FirstOrDefault(q => q.Id is null) is { } nameless)
            throw new ContentException(Path.GetFileName(file), $"line {nameless.Line}: the question has no id");

        return Taking(file, read.Category, read.Questions.Select(q => (q.Id!, q.Name, q.ToText())));
    }

    private ContentWriter ReadBank(string file)
    {
        var bank = BankFile.Read(File.ReadAllText(file));
        return Taking(file, bank.Title, bank.Questions.Select(q => (q.Key, q.Name, q.Text)));
    }

    private ContentWriter Taking(string file, string? title, IEnumerable<(string Key, string? Name, QuestionText Text)> read)
    {
        var questions = read.ToList();
        foreach (var (key, _, text) in questions)
            if (QuestionRules.Problems(text) is [var problem, ..])
                throw new FormatException($"The question {key} cannot be so: {problem.Kind} ({problem.Place}).");
        var keys = questions.ConvertAll(question => question.Key);
        if (keys.Contains("")) throw new FormatException($"The question {keys.IndexOf("") + 1} has no key.");
        if (keys.GroupBy(key => key).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new FormatException($"The key {twice.Key} stands in the bank twice.");

        return async ct =>
        {
            await TakeInAsync(Path.GetFileNameWithoutExtension(file), title, questions, ct);
            return true;
        };
    }

    private async Task TakeInAsync(
        string slug, string? title, List<(string Key, string? Name, QuestionText Text)> questions, CancellationToken ct)
    {
        db.DemandTurn();
        var now = clock.GetUtcNow();
        var bank = await db.Banks.SingleOrDefaultAsync(b => b.Slug == slug, ct) ?? db.Add(new Bank(slug)).Entity;
        if (bank.Title.Length == 0) bank.Title = title ?? slug;
        // A trainer may have moved a question into another bank.
        var keys = questions.Select(q => q.Key).ToHashSet();
        var known = await db.Questions
            .Where(q => q.BankId == bank.Id || keys.Contains(q.Key))
            .Include(q => q.Versions)
            .ToDictionaryAsync(q => q.Key, ct);
        foreach (var (key, name, text) in questions)
        {
            var question = known.GetValueOrDefault(key) ?? db.Add(new Question(key, bank)).Entity;
            // A question that a trainer has changed stays.
            if (question.IsOwn) continue;

            question.Name = name;
            question.Revise(text, now);
        }

        foreach (var gone in known.Values.Where(q => !q.IsOwn && !keys.Contains(q.Key) && q.RetiredAt is null))
        {
            retirements.Add($"the question {gone.Key}");
            gone.Retire(now);
        }

        await db.SaveChangesAsync(ct);
        await db.IndexBankAsync(slug, ct);
        await db.IndexQuestionsAsync([.. known.Values.Where(q => q.BankId != bank.Id).Select(q => q.Id)], ct);
    }

    private ContentWriter ReadQuiz(string file)
    {
        var slug = Path.GetFileNameWithoutExtension(file);
        var source = Yaml.Read<QuizSource>(File.ReadAllText(file));
        var today = zone.DayOf(clock.GetUtcNow());
        var draft = source.ToDraft(moment =>
            zone.At(today.AddDays(moment.Days), TimeOnly.Parse(moment.Time, CultureInfo.InvariantCulture)));
        if (draft.Refusals().ToList() is { Count: > 0 } refusals)
            throw new FormatException($"The quiz cannot be so: {string.Join(", ", refusals)}.");

        return ct => WriteQuizAsync(slug, draft, ct);
    }

    /// <summary>
    /// Takes a quiz over by the rules that a trainer has. What they refuse stays as it was, and whoever opens the academy is told
    /// why.
    /// </summary>
    private async Task<bool> WriteQuizAsync(string slug, QuizDraft draft, CancellationToken ct)
    {
        var known = await db.Quizzes.SingleOrDefaultAsync(q => q.Slug == slug, ct);
        if (known is not null) draft = draft with { Terms = WithWindowOf(known, draft.Terms) };
        if (known?.Draft.Fingerprint == draft.Fingerprint) return true;
        if (await RefusalsAsync(slug, known, draft, ct) is not { Count: > 0 } refusals) return true;

        refused.Add(slug);
        Tell(slug, draft.Terms.Title, refusals);
        return false;
    }

    /// <summary>A moment was counted from the day when it was first loaded; a mended text does not open an exam again.</summary>
    private static QuizTerms WithWindowOf(Quiz known, QuizTerms terms) =>
        terms with { OpensAt = known.Terms.OpensAt ?? terms.OpensAt, ClosesAt = known.Terms.ClosesAt ?? terms.ClosesAt };

    private async Task<IReadOnlyList<QuizRefusal>> RefusalsAsync(string slug, Quiz? known, QuizDraft draft, CancellationToken ct)
    {
        if (trainersWork && !draft.Terms.IsClosed(clock.GetUtcNow())
            && (await db.ShortagesAsync(draft.Blueprint, draft.Terms.MarkingScheme, ct)).Count > 0)
        {
            return [QuizRefusal.TooFewQuestions];
        }

        var titles = await db.BankTitlesAsync(ct);
        if (known is null)
        {
            AddQuiz(slug, draft, titles);
            return [];
        }

        var before = QuizFacts.Of(known, titles);
        var refusals = known.Change(draft, await db.HasAttemptsAsync(known.Id, ct), clock.GetUtcNow());
        if (refusals.Count == 0) Audit(QuizTrail.QuizEdited, QuizTrail.Quiz, slug, draft.Terms.Title, before, QuizFacts.Of(known, titles));
        return refusals;
    }

    private void Tell(string slug, string title, IReadOnlyList<QuizRefusal> refusals)
    {
        if (refusals.Contains(QuizRefusal.PaperFixed)) PaperStays(slug, title);
        if (refusals.Where(refusal => refusal != QuizRefusal.PaperFixed).ToList() is { Count: > 0 } others)
            QuizRefused(slug, title, string.Join(", ", others));
    }

    private void AddQuiz(string slug, QuizDraft draft, IReadOnlyDictionary<string, string> titles)
    {
        var (quiz, now) = (new Quiz(slug, draft), clock.GetUtcNow());
        // A quiz whose time is over was before the employees once.
        var publishedAt = draft.Terms.OpensAt is { } opensAt && opensAt < now ? opensAt : now;
        if (quiz.Publish(publishedAt) is { } refusal) throw new FormatException($"The quiz cannot be published: {refusal}.");

        db.Add(quiz);
        Audit(QuizTrail.QuizAdded, QuizTrail.Quiz, slug, draft.Terms.Title, null, QuizFacts.Of(quiz, titles));
    }

    private ContentWriter ReadScheme(string file)
    {
        var (slug, source) = (Path.GetFileNameWithoutExtension(file), Yaml.Read<SchemeSource>(File.ReadAllText(file)));
        var today = zone.DayOf(clock.GetUtcNow());
        if (source.ToTerms(today).Refusal() is { } refusal) throw new FormatException($"The scheme cannot be so: {refusal}.");

        return async ct =>
        {
            await WriteSchemeAsync(slug, source, today, ct);
            return true;
        };
    }

    /// <summary>What an administrator has changed in the browser is no longer followed from its file.</summary>
    private async Task WriteSchemeAsync(string slug, SchemeSource source, DateOnly today, CancellationToken ct)
    {
        db.DemandTurn();
        var known = await db.Schemes.SingleOrDefaultAsync(s => s.Slug == slug, ct);
        if (known is { IsOwn: true }) return;

        var terms = source.ToTerms(known?.Terms.StartsOn ?? today);
        if (await UnknownOfAsync(terms, ct) is { } unknown) throw new FormatException($"There is no {unknown}.");
        if (await db.Schemes.AnyAsync(s => s.Prefix == terms.Prefix && s.Slug != slug, ct))
            throw new FormatException($"The numbers of another scheme begin with {terms.Prefix}, too.");

        var before = known is null ? null : SchemeFacts.Of(known);
        var scheme = known ?? db.Add(new Scheme(slug, terms)).Entity;
        scheme.Change(terms);
        await db.SaveChangesAsync(ct);
        var act = known is null ? CertificationTrail.SchemeAdded : CertificationTrail.SchemeEdited;
        Audit(act, CertificationTrail.Scheme, scheme.Key, terms.Title, before, SchemeFacts.Of(scheme));
    }

    private async Task<string?> UnknownOfAsync(SchemeTerms terms, CancellationToken ct)
    {
        var courses = await db.Courses.Select(c => c.Slug).ToListAsync(ct);
        var quizzes = await db.Quizzes.Select(q => q.Slug).ToListAsync(ct);
        return terms.Asked
            .Where(asked => (asked.Kind == RequirementKind.Course && !courses.Contains(asked.Of))
                || (asked.Kind == RequirementKind.Quiz && !quizzes.Contains(asked.Of)))
            .Select(asked => $"{asked.Kind} {asked.Of}")
            .FirstOrDefault();
    }

    private void Audit(Act act, AuditSubject subject, string key, string name, IFacts? before, IFacts? after) =>
        db.Add(new AuditEntry(Actor.Academy, clock.GetUtcNow(), act, subject, key, name, before, after));

    /// <summary>
    /// A quiz that asks for more than the banks hold would fail whoever starts it. The quiz may have grown or a bank
    /// shrunk.
    /// </summary>
    private async Task CheckSupplyAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var quizzes = await db.Quizzes.AsNoTracking()
            .Where(q => q.OwnerId == null && (q.Terms.ClosesAt == null || q.Terms.ClosesAt > now)).ToListAsync(ct);
        foreach (var quiz in quizzes.Where(q => !refused.Contains(q.Slug))) await CheckSupplyAsync(quiz, ct);
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
            throw new ContentException($"{quiz.Slug}.yaml", $"{unfit.Question.Key}: {unfit.Text.RefusalUnder(scheme)}");
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
    private partial void PaperStays(string slug, string title);

    [LoggerMessage(LogLevel.Warning, "The quiz {Slug} ({Title}) is not taken over from its file: {Refusals}.")]
    private partial void QuizRefused(string slug, string title, string refusals);
}
