using Academy.Domain.Archives;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening.Growth;

/// <summary>Grows the demonstration bank to a size worth measuring. Runs with the same arguments grow it the same way.</summary>
public sealed class DemonstrationGrowth(
    AcademyDb db, SubjectCatalogue catalogue, ArchiveHistory history, BankZone zone, TimeProvider clock)
{
    private const int PeoplePerUnit = 33;
    private const int PeopleAtOnce = 500;
    private const int AttemptsAtOnce = 500;

    private readonly Random random = new(2026);

    /// <summary>
    /// Adds units until there are <paramref name="units"/> (by default one to 33 people), with what is asked in them; people with
    /// what they have read until there are <paramref name="employees"/>; then attempts until there are <paramref name="responses"/>.
    /// </summary>
    public async Task GrowAsync(int employees, int responses, int? units, CancellationToken ct)
    {
        await new GrownOrganization(db).GrowAsync(units ?? employees / PeoplePerUnit, ct);
        await AddPeopleAsync(employees - await db.Employees.CountAsync(ct), ct);
        await AddAttemptsAsync(responses - await db.Responses.CountAsync(ct), ct);
        await history.EnterAgainAsync(ct);
    }

    private async Task AddPeopleAsync(int missing, CancellationToken ct)
    {
        if (missing <= 0) return;

        var now = clock.GetUtcNow();
        var staff = new GrownStaff(db, random, zone.DayOf(now), now);
        var learning = new GrownLearning(db, catalogue.Of(SubjectKind.Course), random, zone, zone.DayOf(now));
        await learning.AssignAsync(ct);
        await learning.PrepareAsync(ct);
        await staff.PrepareAsync(ct);
        foreach (var chunk in Enumerable.Range(0, missing).Chunk(PeopleAtOnce))
        {
            await using var turn = await db.TakeTurnAsync(ct);
            await learning.StudyAsync(await staff.HireAsync(chunk.Length, ct), ct);
            await turn.CommitAsync(ct);
        }
    }

    private async Task AddAttemptsAsync(int missing, CancellationToken ct)
    {
        if (missing <= 0) return;

        var people = await db.Employees.AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct);
        var taken = await db.Attempts.GroupBy(a => new { a.EmployeeId, a.QuizId })
            .ToDictionaryAsync(g => (g.Key.EmployeeId, g.Key.QuizId), g => g.Count(), ct);
        var open = await db.Quizzes.Published().AsNoTracking().Where(q => q.Terms.ClosesAt == null).OrderBy(q => q.Id).ToListAsync(ct);
        var quizzes = open.Where(RehearsedSitting.CanTake).ToList();
        var supplies = new Dictionary<long, RehearsedSupply>();
        var versions = db.QuestionVersions.AsNoTracking();
        foreach (var quiz in quizzes) supplies.Add(quiz.Id, await RehearsedSupply.LoadAsync(db, versions, quiz, ct));
        for (var turn = 0; missing > 0;)
        {
            var attempts = new List<Attempt>();
            for (; attempts.Count < AttemptsAtOnce && missing > 0; turn++)
            {
                var person = people[turn % people.Count];
                var quiz = quizzes[turn / people.Count % quizzes.Count];
                var number = taken[(person.Id, quiz.Id)] = taken.GetValueOrDefault((person.Id, quiz.Id)) + 1;
                var started = clock.GetUtcNow() - TimeSpan.FromDays(1 + random.Next(700)) - TimeSpan.FromSeconds(random.Next(30_000));
                attempts.Add(new RehearsedSitting(quiz, supplies[quiz.Id], random)
                    .Take(person, number, started, TimeSpan.FromMinutes(5 + random.Next(12)), 0.6 + (0.4 * random.NextDouble())));
                missing -= attempts[^1].Responses.Count;
            }

            await using var round = await db.TakeTurnAsync(ct);
            await BulkInsert.WriteAsync(db, attempts, ct);
            await db.CompleteAsync([.. attempts.Select(attempt => attempt.Completion).OfType<Completion>()], ct);
            await round.CommitAsync(ct);
        }
    }
}
