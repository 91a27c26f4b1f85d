using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>Why the results of a competition cannot stand yet.</summary>
/// <param name="Refusal">What is said to who tries.</param>
/// <param name="Count">How many there are of it; 0 where it is not counted.</param>
public sealed record Blocker(CompetitionRefusal Refusal, int Count);

public static class BlockerQueries
{
    extension(AcademyDb db)
    {
        /// <summary>All that keeps the results of a competition from being final.</summary>
        public async Task<IReadOnlyList<Blocker>> BlockersAsync(Competition competition, DateTimeOffset now, CancellationToken ct)
        {
            var id = competition.Id;
            var papers = db.PapersOf(competition);
            var running = await db.RunsOf(id).Running().CountAsync(ct) + await papers.CountAsync(p => p.Paper.SubmittedAt == null, ct);
            var doubtful = await db.RunsOf(id).CountAsync(r => r.AwaitsVerdict, ct);
            var unjudged = await db.Contestants.In(id).Unsettled().CountAsync(ct);
            var unmarked = await papers.CountAsync(p => p.Paper.SubmittedAt != null && p.Paper.Score == null, ct);
            var asked = competition.Terms.QuizIds;
            var quizzes = await db.Quizzes.AsNoTracking().Where(q => asked.Contains(q.Id)).Select(q => q.Terms).ToListAsync(ct);
            var hidden = quizzes.Count(quiz => !quiz.ReleasesScore(now));
            var objections = await db.ObjectionsOf(id).Open().CountAsync(ct);
            Blocker?[] found =
            [
                now < competition.OverAt || running > 0 ? new Blocker(CompetitionRefusal.NotOver, running) : null,
                doubtful > 0 ? new Blocker(CompetitionRefusal.Undecided, doubtful) : null,
                unjudged > 0 ? new Blocker(CompetitionRefusal.Unjudged, unjudged) : null,
                unmarked > 0 ? new Blocker(CompetitionRefusal.Unmarked, unmarked) : null,
                hidden > 0 ? new Blocker(CompetitionRefusal.ScoresHidden, hidden) : null,
                objections > 0 ? new Blocker(CompetitionRefusal.OpenObjections, objections) : null,
            ];
            return [.. found.OfType<Blocker>()];
        }
    }
}
