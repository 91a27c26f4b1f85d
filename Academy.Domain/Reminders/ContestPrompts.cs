using System.Globalization;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

/// <summary>Which contests open or close for whom: those that somebody may enter, and where nobody else enters them.</summary>
internal sealed class ContestPrompts
{
    private readonly LevelTable levels;
    private readonly List<Prompted> contests;

    private ContestPrompts(LevelTable levels, List<Prompted> contests) => (this.levels, this.contests) = (levels, contests);

    public static async Task<ContestPrompts> ReadAsync(AcademyDb db, LevelTable levels, ReadDay day, CancellationToken ct)
    {
        var prompted = new List<Prompted>();
        var near = await db.Competitions.Published().Where(c => c.FinalizedAt == null && c.ClosesAt > day.Now)
            .WithEvents().AsNoTracking().AsSplitQuery().ToListAsync(ct);
        foreach (var contest in near.Where(c => c.Events.Any(e => !e.Drill.IsJudged)))
        {
            var known = day.Zone.DayOf(contest.PublishedAt!.Value).AddDays(-1);
            if (MarkOf(Occasion.CompetitionOpens, contest.OpensAt, known) is { } opens)
                prompted.Add(new Prompted(contest, Occasion.CompetitionOpens, opens.Mark, opens.Day, new HashSet<long>()));
            if (day.Now >= contest.OpensAt && MarkOf(Occasion.EntryCloses, contest.ClosesAt, known) is { } closes)
                prompted.Add(new Prompted(contest, Occasion.EntryCloses, closes.Mark, closes.Day, await EnteredAsync(db, contest, ct)));
        }

        return new ContestPrompts(levels, prompted);

        (string Mark, DateOnly Day)? MarkOf(Occasion occasion, DateTimeOffset at, DateOnly known)
        {
            var on = day.Zone.DayOf(at);
            return day.IsOn(occasion) && Marks.Before(day.Rules[occasion].Days, on, day.Today, day.Next, known) is { } mark
                ? (string.Create(CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd}/{mark}"), on)
                : null;
        }
    }

    public async Task<ILookup<long, Due>> OfAsync(AcademyDb db, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var due = new List<Due>();
        foreach (var prompted in contests)
        {
            var may = new HashSet<long>();
            foreach (var held in prompted.Contest.Events.Where(e => !e.Drill.IsJudged))
                may.UnionWith(people.Except((await db.NotEligibleAsync(held, people, levels, ct)).Keys));
            due.AddRange(may.Except(prompted.Entered).Select(prompted.For));
        }

        return due.ToLookup(one => one.EmployeeId);
    }

    private static async Task<HashSet<long>> EnteredAsync(AcademyDb db, Competition contest, CancellationToken ct)
    {
        var (id, opens) = (contest.Id, contest.OpensAt);
        var quizzes = contest.Events.Select(e => e.QuizId).OfType<long>().ToList();
        return
        [
            .. await db.RunsOf(id).Select(r => r.EmployeeId).ToListAsync(ct),
            .. await db.Contestants.Entered().In(id).Select(c => c.EmployeeId).ToListAsync(ct),
            .. await db.Attempts.Where(a => quizzes.Contains(a.QuizId) && a.StartedAt >= opens).Select(a => a.EmployeeId).ToListAsync(ct),
        ];
    }

    private sealed record Prompted(Competition Contest, Occasion Occasion, string Mark, DateOnly Day, IReadOnlySet<long> Entered)
    {
        public Due For(long employeeId) => new(
            employeeId, Occasion, string.Create(CultureInfo.InvariantCulture, $"competition-{Contest.Id}"), Mark,
            Addresses.OfCompetition(Contest.Id), new Dictionary<string, string>
            {
                [Placeholders.Title] = Contest.Title,
                [Placeholders.Day] = Day.ToString("O", CultureInfo.InvariantCulture),
            });
    }
}
