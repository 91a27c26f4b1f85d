using Academy.Domain.Quizzes;
using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

/// <summary>Writes to those who have not finished something, to each at most once a day about the same subject.</summary>
public sealed class Nudger(AcademyDb db, BankZone zone, TimeProvider clock)
{
    /// <summary>
    /// Nudges whoever of the scope is missing in the subject, and says how many that are. Who was
    /// nudged today is left in peace.
    /// </summary>
    public async Task<int> NudgeAsync(Coverage coverage, CoverageScope scope, CoveredSubject subject, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = zone.DayOf(now);
        var key = string.Create(CultureInfo.InvariantCulture, $"{subject.Key}:{day:yyyy-MM-dd}");
        var missing = coverage.PeopleIn(scope, subject, Standing.Missing).ToDictionary(p => p.Id);

        // Two who press the button at once take turns here, and the second finds the letters of the first.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var written = await db.Letters
            .Where(l => missing.Keys.Contains(l.RecipientId) && l.Kind == LetterKind.Nudge && l.Key == key)
            .Select(l => l.RecipientId)
            .ToListAsync(ct);
        var nudged = missing.Values.ExceptBy(written, p => p.Id).ToList();
        if (nudged.Count == 0) return 0;

        var due = await DueDaysAsync(coverage, subject, nudged, ct);
        db.Letters.AddRange(
            nudged.Select(p => new Letter(p.Id, LetterKind.Nudge, key, AddressOf(subject), About(subject, due[p.Id]), actor.Id, now)));
        db.AuditEntries.Add(new AuditEntry(
            actor,
            now,
            AssignmentTrail.PeopleNudged,
            subject.Subject.Kind == SubjectKind.Course ? LearningTrail.Course : QuizTrail.Quiz,
            subject.Slug,
            subject.Title,
            null,
            new
            {
                Branch = $"{scope.Unit.Code} {scope.Unit.Name}",
                Position = scope.Position?.Name,
                People = nudged.Select(p => p.Number),
            }));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return nudged.Count;
    }

    /// <summary>The day by which each must have finished, which for newcomers is later than for the others.</summary>
    private async Task<Dictionary<long, DateOnly>> DueDaysAsync(
        Coverage coverage, CoveredSubject subject, IReadOnlyList<CoveredPerson> people, CancellationToken ct) =>
        (await db.DutiesAsync(coverage, subject, people, ct)).ToDictionary(p => p.Key, p => p.Value.Min(d => d.DueOn));

    private static string AddressOf(CoveredSubject subject) => subject.Subject.Kind == SubjectKind.Course
        ? $"/courses/{subject.Slug}"
        : string.Create(CultureInfo.InvariantCulture, $"/quizzes/{subject.Subject.Id}");

    private static Dictionary<string, string> About(CoveredSubject subject, DateOnly due) => new()
    {
        ["kind"] = subject.Subject.Kind.ToString(),
        ["title"] = subject.Title,
        ["due"] = due.ToString("O", CultureInfo.InvariantCulture),
    };
}
