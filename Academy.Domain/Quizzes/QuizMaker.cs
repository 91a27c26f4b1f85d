using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

public enum MarkerRefusal { NoSuchTrainer, AlreadyMarker, ChangedMeanwhile }

/// <summary>
/// Makes quizzes (命题), puts them before the employees, closes them, and says who marks them. A quiz that is not the actor's to
/// change by then is refused like one that somebody has changed; a bank or question that is not theirs to use is refused, unless the
/// quiz has it from before. Whether there are questions enough is looked up before the turn,
/// so that answers are not kept waiting for it, and once more within it only when questions have changed since.
/// </summary>
public sealed class QuizMaker(AcademyDb db, TimeProvider clock)
{
    private const char Kind = 't';

    /// <summary>
    /// What a quiz will be found by. Whoever opens an empty form gets one, so that sending the form twice makes one quiz.
    /// </summary>
    public static string NewSlug() => FormKey.New(Kind);

    public static bool IsSlug(string? slug) => FormKey.IsOf(Kind, slug);

    /// <summary>
    /// Adds a quiz under a slug made for it. The same once more gives the one that is there; another draft is refused.
    /// </summary>
    public async Task<(long? QuizId, IReadOnlyList<QuizRefusal> Refusals)> AddAsync(
        Actor actor, string slug, QuizDraft draft, CancellationToken ct)
    {
        if (draft.Refusals().ToList() is { Count: > 0 } refusals) return (null, refusals);

        try
        {
            await using var turn = await db.TakeTurnAsync(ct);
            if (!await db.TeachesAsync(actor, ct)) return (null, [QuizRefusal.ChangedMeanwhile]);
            if (await FindAsync(actor, slug, draft, ct) is { } there) return there;
            if (await UnknownAsync(actor, draft.Blueprint, null, ct) is { Count: > 0 } unknown) return (null, unknown);

            var quiz = new Quiz(slug, draft, actor.Id);
            db.Add(quiz);
            Record(actor, QuizTrail.QuizAdded, quiz, null, QuizFacts.Of(quiz, await db.BankTitlesAsync(ct)));
            await turn.CommitAsync(ct);
            return (quiz.Id, []);
        }
        catch (DbUpdateException e) when (e.IsDuplicate)
        {
            return await FindAsync(actor, slug, draft, ct) ?? (null, [QuizRefusal.ChangedMeanwhile]);
        }
    }

    /// <summary>Moving the window is the one way to open a closed quiz again.</summary>
    /// <param name="actor">Who changes it.</param>
    /// <param name="quizId">The quiz.</param>
    /// <param name="seen">The fingerprint of what the actor saw.</param>
    /// <param name="draft">What it is to become.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IReadOnlyList<QuizRefusal>> EditAsync(Actor actor, long quizId, string? seen, QuizDraft draft, CancellationToken ct)
    {
        var stock = await StockAsync(draft, ct);
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindEditableAsync(actor, quizId, ct) is not { } quiz) return [QuizRefusal.ChangedMeanwhile];
        if (quiz.Draft.Fingerprint == draft.Fingerprint) return [];
        if (quiz.Draft.Fingerprint != seen) return [QuizRefusal.ChangedMeanwhile];

        if (await UnknownAsync(actor, draft.Blueprint, quiz.Blueprint, ct) is { Count: > 0 } unknown) return unknown;

        var titles = await db.BankTitlesAsync(ct);
        var before = QuizFacts.Of(quiz, titles);
        if (quiz.Change(draft, await db.HasAttemptsAsync(quizId, ct), clock.GetUtcNow()) is { Count: > 0 } refusals) return refusals;
        if (quiz.PublishedAt is not null && await IsShortAsync(stock, draft, ct)) return [QuizRefusal.TooFewQuestions];

        Record(actor, QuizTrail.QuizEdited, quiz, before, QuizFacts.Of(quiz, titles));
        await turn.CommitAsync(ct);
        return [];
    }

    /// <summary>Puts the quiz before the employees as the actor saw it, if everybody is sure to get a whole paper.</summary>
    public async Task<QuizRefusal?> PublishAsync(Actor actor, long quizId, string? seen, CancellationToken ct)
    {
        var looked = await db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == quizId, ct);
        var stock = await StockAsync(looked.Draft, ct);
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindEditableAsync(actor, quizId, ct) is not { } quiz) return QuizRefusal.ChangedMeanwhile;
        if (quiz.Draft.Fingerprint != seen || looked.Draft.Fingerprint != seen) return QuizRefusal.ChangedMeanwhile;
        if (quiz.Publish(clock.GetUtcNow()) is { } refusal) return refusal;
        if (await IsShortAsync(stock, looked.Draft, ct)) return QuizRefusal.TooFewQuestions;

        Record(actor, QuizTrail.QuizPublished, quiz, null, QuizWindowFacts.Of(quiz));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Lets nobody begin any more. Who has begun may finish.</summary>
    public async Task<QuizRefusal?> CloseAsync(Actor actor, long quizId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindEditableAsync(actor, quizId, ct) is not { } quiz) return QuizRefusal.ChangedMeanwhile;
        var before = QuizWindowFacts.Of(quiz);
        if (quiz.Close(clock.GetUtcNow()) is { } refusal) return refusal;
        if (before == QuizWindowFacts.Of(quiz)) return null;

        Record(actor, QuizTrail.QuizClosed, quiz, before, QuizWindowFacts.Of(quiz));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Lets a trainer read and mark the answers to a quiz.</summary>
    public async Task<MarkerRefusal?> NameMarkerAsync(Actor actor, long quizId, string number, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindKeptAsync(actor, quizId, ct) is not { } quiz) return MarkerRefusal.ChangedMeanwhile;
        if (await db.Employees.Numbered(number).Employed().Holding(db, Roles.Trainer).SingleOrDefaultAsync(ct) is not { } trainer)
            return MarkerRefusal.NoSuchTrainer;
        var named = MarkerFacts.Of(trainer);
        if (trainer.Id == quiz.OwnerId || quiz.Markers.Any(m => m.EmployeeId == trainer.Id))
            return await IsRepeatAsync(actor, QuizTrail.MarkerNamed, quiz, named, ct) ? null : MarkerRefusal.AlreadyMarker;

        quiz.Markers.Add(new QuizMarker(trainer.Id));
        Record(actor, QuizTrail.MarkerNamed, quiz, null, named);
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Lets a trainer mark a quiz no longer; the marks that they gave stand. Nothing happens when they were not named.</summary>
    public async Task<MarkerRefusal?> DismissMarkerAsync(Actor actor, long quizId, long trainerId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindKeptAsync(actor, quizId, ct) is not { } quiz) return MarkerRefusal.ChangedMeanwhile;
        if (quiz.Markers.SingleOrDefault(m => m.EmployeeId == trainerId) is not { } marker) return null;

        quiz.Markers.Remove(marker);
        var trainer = await db.Employees.SingleAsync(e => e.Id == trainerId, ct);
        Record(actor, QuizTrail.MarkerDismissed, quiz, MarkerFacts.Of(trainer), null);
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>The quiz that the same form has made, or why it makes none; null when nothing has come of it yet.</summary>
    private async Task<(long? QuizId, IReadOnlyList<QuizRefusal> Refusals)?> FindAsync(
        Actor actor, string slug, QuizDraft draft, CancellationToken ct)
    {
        if (await db.Quizzes.AsNoTracking().SingleOrDefaultAsync(q => q.Slug == slug, ct) is not { } there) return null;
        if (there.OwnerId != actor.Id) return (null, [QuizRefusal.ChangedMeanwhile]);
        return there.Draft.Fingerprint == draft.Fingerprint ? (there.Id, []) : (null, [QuizRefusal.SavedBefore]);
    }

    /// <summary>Whether a paper would be short, and the number of the questions' state that this is true of.</summary>
    private async Task<(bool IsShort, long Revision)> StockAsync(QuizDraft draft, CancellationToken ct)
    {
        var revision = await db.QuestionRevisionAsync(ct);
        return ((await db.ShortagesAsync(draft.Blueprint, draft.Terms.MarkingScheme, ct)).Count > 0, revision);
    }

    private async Task<bool> IsShortAsync((bool IsShort, long Revision) looked, QuizDraft draft, CancellationToken ct) =>
        await db.QuestionRevisionAsync(ct) == looked.Revision ? looked.IsShort : (await StockAsync(draft, ct)).IsShort;

    /// <summary>What the actor may not use of the banks and questions that a blueprint names, and another one did not.</summary>
    private async Task<IReadOnlyList<QuizRefusal>> UnknownAsync(
        Actor actor, Blueprint wanted, Blueprint? before, CancellationToken ct)
    {
        var usable = db.Banks.OpenTo(await db.BankUserAsync(actor, ct));
        var (banks, keys) = (wanted.Banks.Except(before?.Banks ?? []).ToList(), wanted.Keys.Except(before?.Keys ?? []).ToList());
        var refusals = new List<QuizRefusal>();
        if (await usable.CountAsync(b => banks.Contains(b.Slug), ct) < banks.Count) refusals.Add(QuizRefusal.BankUnknown);
        if (await db.Questions.CountAsync(q => keys.Contains(q.Key) && usable.Any(b => b.Id == q.BankId), ct) < keys.Count)
            refusals.Add(QuizRefusal.QuestionUnknown);
        return refusals;
    }

    private async Task<Quiz?> FindEditableAsync(Actor actor, long id, CancellationToken ct)
    {
        if (!await db.TeachesAsync(actor, ct)) return null;

        var user = await db.BankUserAsync(actor, ct);
        return await db.Quizzes.EditableBy(user.Id, user.IsAdministrator).SingleOrDefaultAsync(q => q.Id == id, ct);
    }

    private async Task<Quiz?> FindKeptAsync(Actor actor, long id, CancellationToken ct) => await db.Quizzes
        .KeptBy(await db.BankUserAsync(actor, ct))
        .Include(q => q.Markers)
        .SingleOrDefaultAsync(q => q.Id == id, ct);

    private async Task<bool> IsRepeatAsync(Actor actor, Act act, Quiz quiz, IFacts facts, CancellationToken ct) =>
        await db.RepeatedAsync(actor, act, QuizTrail.Quiz, quiz.Slug, ct) is { } last && last.Tells(facts);

    private void Record(Actor actor, Act act, Quiz quiz, IFacts? before, IFacts? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, QuizTrail.Quiz, quiz.Slug, quiz.Terms.Title, before, after));
}
