using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>A result that an objection may be about: a run, what judges came to of a contestant, or a paper.</summary>
public sealed record HeardResult(long Id, long EmployeeId, string Name, string Number, int? Score, DateTimeOffset At, bool Counts)
{
    /// <summary>Of a run, why it was set aside.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>Of a judged event.</summary>
    public Contestant? Contestant { get; init; }

    /// <summary>Whether it may be said that it counts, or does not.</summary>
    public bool MayBeDecided => Score is not null && Contestant is null or { IsRanked: true };

    /// <summary>Whether something else may stand.</summary>
    public bool MayBeCorrected => Contestant?.SettledAt is not null;

    public string Told => $"{Number} {Name}";
}

public static class HeardResults
{
    private const int Most = 20;

    extension(AcademyDb db)
    {
        /// <summary>The results in an event of who objects, and of the person with a number, the last first.</summary>
        public async Task<IReadOnlyList<HeardResult>> HeardAsync(Event held, long objectorId, string number, CancellationToken ct)
        {
            var people = db.Users.Where(person => person.Id == objectorId || person.UserName == number);
            if (held.Drill.IsJudged)
            {
                var contestants =
                    from contestant in db.Contestants.AsNoTracking().Entered()
                    join person in people on contestant.EmployeeId equals person.Id
                    where contestant.EventId == held.Id
                    orderby person.Id == objectorId descending
                    select new HeardResult(
                        contestant.Id, person.Id, person.Name, person.UserName!, contestant.Score,
                        contestant.JudgedAt ?? contestant.EnteredAt, contestant.Counts)
                    {
                        Contestant = contestant,
                    };
                return await contestants.ToListAsync(ct);
            }

            if (held.Drill.IsKnowledge)
            {
                var papers =
                    from paper in db.TakenPapersOf(held.Competition)
                    join person in people on paper.Paper.EmployeeId equals person.Id
                    where paper.Event.Id == held.Id && paper.Paper.SubmittedAt != null
                    orderby person.Id == objectorId descending, paper.Paper.Id descending
                    select new
                    {
                        paper.Paper.Id,
                        EmployeeId = person.Id,
                        person.Name,
                        person.UserName,
                        paper.Paper.Score,
                        paper.Paper.SubmittedAt,
                        paper.Counts,
                    };
                return
                [
                    .. (await papers.Take(Most).ToListAsync(ct)).Select(paper => new HeardResult(
                        paper.Id, paper.EmployeeId, paper.Name, paper.UserName!,
                        paper.Score is { } points ? QuizRules.ScoreOf(points) : null, paper.SubmittedAt!.Value, paper.Counts)),
                ];
            }

            var runs =
                from run in db.DrillRuns.AsNoTracking().Finished()
                join person in people on run.EmployeeId equals person.Id
                where run.EventId == held.Id
                orderby person.Id == objectorId descending, run.Id descending
                select new { Run = run, person.Name, person.UserName };
            return
            [
                .. (await runs.Take(Most).ToListAsync(ct)).Select(found => new HeardResult(
                    found.Run.Id, found.Run.EmployeeId, found.Name, found.UserName!, found.Run.Score, found.Run.EndedAt!.Value,
                    found.Run.Counts)
                {
                    Doubts = found.Run.Doubts,
                }),
            ];
        }
    }
}
