using System.Security.Cryptography;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Marking;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>Sets quizzes, puts them before the employees and closes them. The quiz must be the actor's to change.</summary>
public sealed class Setter(AcademyDb db, TimeProvider clock)
{
    private const string SlugLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    public async Task<(Quiz? Quiz, IReadOnlyList<QuizRefusal> Refusals)> AddAsync(Actor actor, QuizTerms terms, CancellationToken ct)
    {
        if (terms.Objections().ToList() is { Count: > 0 } refusals) return (null, refusals);

        var quiz = new Quiz($"t-{RandomNumberGenerator.GetString(SlugLetters, 10)}")
        {
            Title = terms.Title,
            Description = terms.Description,
            Blueprint = terms.Blueprint,
            TimeLimit = terms.TimeLimit,
            PassPoints = terms.PassPoints,
            OwnerId = actor.Id,
        };
        terms.PutInto(quiz);
        db.Add(quiz);
        Record(actor, Act.QuizAdded, quiz, null, Facts(quiz));
        await db.SaveChangesAsync(ct);
        return (quiz, []);
    }

    /// <summary>Once somebody has begun, what is asked and how it is judged stay as they are. Moving the window is the one way to open a closed quiz again.</summary>
    public async Task<IReadOnlyList<QuizRefusal>> EditAsync(Actor actor, Quiz quiz, QuizTerms terms, CancellationToken ct)
    {
        var refusals = terms.Objections().ToList();
        // The transaction comes before the reading: nobody begins between the question and the answer.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!terms.JudgesLike(QuizTerms.Of(quiz)) && await HasAttemptsAsync(quiz, ct)) refusals.Add(QuizRefusal.PaperFixed);
        if (quiz.PublishedAt is not null && refusals.Count == 0 && (await ShortagesAsync(terms.Blueprint, terms.MarkingScheme, ct)).Count > 0) refusals.Add(QuizRefusal.TooFewQuestions);
        if (refusals.Count > 0) return refusals;

        var before = Facts(quiz);
        terms.PutInto(quiz);
        if (!before.Equals(Facts(quiz))) Record(actor, Act.QuizEdited, quiz, before, Facts(quiz));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>Puts the quiz before the employees, if everybody is sure to get a whole paper.</summary>
    public async Task<QuizRefusal?> PublishAsync(Actor actor, Quiz quiz, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (quiz.PublishedAt is not null) return QuizRefusal.AlreadyPublished;
        if (quiz.IsClosed(now)) return QuizRefusal.WindowOver;
        if (QuizTerms.Of(quiz).Objections().Cast<QuizRefusal?>().FirstOrDefault() is { } objection) return objection;
        if ((await ShortagesAsync(quiz.Blueprint, quiz.MarkingScheme, ct)).Count > 0) return QuizRefusal.TooFewQuestions;

        quiz.PublishedAt = now;
        Record(actor, Act.QuizPublished, quiz, null, new { quiz.OpensAt, quiz.ClosesAt });
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Lets nobody begin any more. Who has begun may finish.</summary>
    public async Task<QuizRefusal?> CloseAsync(Actor actor, Quiz quiz, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (quiz.PublishedAt is null) return QuizRefusal.NotPublished;
        if (quiz.IsClosed(now)) return null;

        var before = new { quiz.ClosesAt };
        quiz.ClosesAt = now;
        if (quiz.OpensAt >= now) quiz.OpensAt = null;
        Record(actor, Act.QuizClosed, quiz, before, new { quiz.ClosesAt });
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<IReadOnlyList<Shortage>> ShortagesAsync(Blueprint blueprint, MarkingScheme scheme, CancellationToken ct) =>
        blueprint.Shortages(await db.SupplyAsync(blueprint, scheme, ct));

    public Task<bool> HasAttemptsAsync(Quiz quiz, CancellationToken ct) => db.Attempts.AnyAsync(a => a.QuizId == quiz.Id, ct);

    private static object Facts(Quiz quiz) => new
    {
        quiz.Title,
        quiz.Description,
        Questions = quiz.Blueprint.Count,
        Worth = quiz.Blueprint.Worth.ToString(),
        Sections = quiz.Blueprint.Sections.Select(s => $"{s.Type} {s.Count} x {s.PointsEach}: {string.Join(' ', s.IsFixed ? s.Questions : s.Banks)}").ToList(),
        quiz.TimeLimit,
        PassPoints = quiz.PassPoints.ToString(),
        quiz.AttemptsAllowed,
        quiz.MarkingScheme,
        quiz.OpensAt,
        quiz.ClosesAt,
        quiz.ScoreRelease,
        quiz.AnswerRelease,
    };

    private void Record(Actor actor, Act act, Quiz quiz, object? before, object? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, AuditSubject.Quiz, quiz.Slug, quiz.Title, before, after));
}
