using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions;

/// <summary>A paper of a knowledge event, as it stands.</summary>
public sealed class EventPaper
{
    public required Event Event { get; init; }
    public required Attempt Paper { get; init; }

    /// <summary>The path of the unit where whoever wrote it worked when they began.</summary>
    public required string Path { get; init; }

    /// <summary>The slug of the position that they held then.</summary>
    public required string Position { get; init; }

    /// <summary>Whether nobody has decided that it does not count.</summary>
    public required bool Counts { get; init; }
}

/// <summary>A marked paper of a knowledge event as a board would have it.</summary>
internal sealed record AnsweredPaper(long Id, BoardEntry Entry, bool Counts);

public static class KnowledgeQueries
{
    /// <summary>Those that are marked.</summary>
    internal static async Task<IReadOnlyList<AnsweredPaper>> AnsweredAsync(this IQueryable<EventPaper> papers, CancellationToken ct)
    {
        var marked = await papers.Where(p => p.Paper.Score != null)
            .Select(p => new
            {
                p.Paper.Id,
                p.Paper.EmployeeId,
                p.Paper.BranchId,
                Score = p.Paper.Score!.Value,
                p.Paper.StartedAt,
                SubmittedAt = p.Paper.SubmittedAt!.Value,
                p.Event.TieByTime,
                p.Counts,
            })
            .ToListAsync(ct);
        return
        [
            .. from p in marked
               let time = p.TieByTime ? QuizRules.Seconds(p.StartedAt, p.SubmittedAt) : 0
               select new AnsweredPaper(p.Id, new BoardEntry(p.EmployeeId, p.BranchId, QuizRules.ScoreOf(p.Score), time), p.Counts),
        ];
    }

    extension(AcademyDb db)
    {
        /// <summary>
        /// The papers of knowledge events, also those that were found not to count: begun while the competition ran, and after it was
        /// published, so that nobody competes who could not know of it, and no more of each person than the quiz allowed then.
        /// </summary>
        public IQueryable<EventPaper> TakenPapers()
        {
            // Looked up, not joined: who does not ask for them does not pay for them.
            var (branches, positions) = (db.Branches, db.Positions);
            return
                from held in db.Set<Event>()
                join paper in db.Set<Attempt>() on held.QuizId equals (long?)paper.QuizId
                where held.Competition.PublishedAt <= paper.StartedAt
                    && held.Competition.OpensAt <= paper.StartedAt && paper.StartedAt < held.Competition.ClosesAt
                    && paper.Number <= held.Tries
                select new EventPaper
                {
                    Event = held,
                    Paper = paper,
                    Path = branches.Where(b => b.Id == paper.BranchId).Select(b => b.Path).Single(),
                    Position = positions.Where(p => p.Id == paper.PositionId).Select(p => p.Slug).Single(),
                    Counts = !db.Set<PaperVerdict>().Any(v =>
                        v.EventId == held.Id && v.PaperId == paper.Id && v.Verdict == Verdict.DoesNotCount),
                };
        }

        /// <summary>All of them that count.</summary>
        public IQueryable<EventPaper> EventPapers() => db.TakenPapers().Where(p => p.Counts);

        /// <summary>The papers of people whom a competition is for, also those that were found not to count.</summary>
        public IQueryable<EventPaper> TakenPapersOf(Competition competition)
        {
            var id = competition.Id;
            return db.Eligible(db.TakenPapers().Where(p => p.Event.CompetitionId == id), competition.Eligibility);
        }

        /// <summary>
        /// All of them but those behind a freeze (封榜), by the moment when the paper was handed in, and but those whose quiz does not
        /// tell scores any more. What is public asks here.
        /// </summary>
        public IQueryable<EventPaper> ShownPapers() => db.EventPapers().Where(p =>
            p.Paper.Quiz.Terms.ScoreRelease == Release.OnSubmission
            && (p.Event.Competition.FinalizedAt != null || p.Event.Competition.FreezesAt == null
                || p.Paper.SubmittedAt < p.Event.Competition.FreezesAt));

        /// <summary>The papers that count in a competition: of people whom it is for.</summary>
        public IQueryable<EventPaper> PapersOf(Competition competition) => db.TakenPapersOf(competition).Where(p => p.Counts);

        /// <summary>
        /// Those of people whom a competition is for: begun by who had advanced by then, where it is a next round. Knowledge events have no
        /// levels.
        /// </summary>
        private IQueryable<EventPaper> Eligible(IQueryable<EventPaper> papers, EligibilityTerms terms)
        {
            var (branches, positions) = (terms.Branches, terms.Positions);
            if (branches.Count > 0) papers = papers.Where(p => branches.Any(code => p.Path.Contains("/" + code + "/")));
            if (positions.Count > 0) papers = papers.Where(p => positions.Contains(p.Position));
            if (terms.Advancing is not { } earlier) return papers;

            var advanced = db.Advanced(earlier, Discipline.Knowledge.Slug);
            return papers.Where(p => advanced.Contains(p.Paper.EmployeeId)
                && db.Set<Competition>().Any(c => c.Id == earlier.CompetitionId && c.FinalizedAt <= p.Paper.StartedAt));
        }

        /// <summary>The competition in which a paper of a quiz counts that somebody begins now; null for none.</summary>
        public async Task<(long Id, string Title)?> ContestOfAsync(long quizId, long employeeId, DateTimeOffset now, CancellationToken ct)
        {
            var who = await db.Employees.Where(e => e.Id == employeeId)
                .Select(e => new { e.Branch.Path, Position = e.Position.Slug })
                .SingleAsync(ct);
            var done = await db.Attempts.CountAsync(a => a.QuizId == quizId && a.EmployeeId == employeeId && a.SubmittedAt != null, ct);
            var running = await db.Competitions.AsNoTracking().Published()
                .Where(c => c.OpensAt <= now && now < c.ClosesAt && c.Events.Any(e => e.QuizId == quizId && done < e.Tries))
                .OrderBy(c => c.ClosesAt)
                .ToListAsync(ct);
            foreach (var competition in running)
            {
                var terms = competition.Eligibility;
                var hasAdvanced = terms.Advancing is not { } earlier
                    || await db.Advanced(earlier, Discipline.Knowledge.Slug).ContainsAsync(employeeId, ct);
                if (terms.Refusal(who.Path, who.Position, isOnLevel: true, hasAdvanced) is null) return (competition.Id, competition.Title);
            }

            return null;
        }

        /// <summary>The quizzes that somebody may make an event of: the academy's and their own, and for an administrator all.</summary>
        public IQueryable<Quiz> QuizzesFor(BankUser convener) => db.Quizzes.Published()
            .Where(q => q.OwnerId == null || q.OwnerId == convener.Id || convener.IsAdministrator);

        /// <summary>
        /// Why the quizzes of a competition that is not published cannot be its events; those that it has already may be anybody's. No
        /// paper counts in two competitions: what one keeps behind its freeze would stand on the board of the other.
        /// </summary>
        internal async Task<CompetitionRefusal?> QuizRefusalAsync(
            CompetitionTerms terms, CompetitionTerms? before, BankUser convener, CancellationToken ct)
        {
            var (wanted, held) = (terms.QuizIds, before?.QuizIds ?? []);
            if (wanted.Count == 0) return null;

            var open = db.QuizzesFor(convener);
            var found = await db.Quizzes.AsNoTracking().Published()
                .Where(q => wanted.Contains(q.Id) && (held.Contains(q.Id) || open.Any(o => o.Id == q.Id)))
                .Select(q => q.Terms)
                .ToListAsync(ct);
            if (found.Count < wanted.Count) return CompetitionRefusal.UnknownQuiz;
            var unfit = found.Select(quiz => QuizRules.Refusal(quiz, terms)).FirstOrDefault(refusal => refusal is not null);
            if (unfit is not null) return unfit;

            var (opens, closes) = (terms.OpensAt, terms.ClosesAt);
            return await db.Competitions.Published().AnyAsync(
                c => c.OpensAt < closes && opens < c.ClosesAt && c.Events.Any(e => e.QuizId != null && wanted.Contains(e.QuizId.Value)), ct)
                ? CompetitionRefusal.QuizTaken
                : null;
        }

        /// <summary>What events keep of their quizzes, by quiz.</summary>
        internal async Task<IReadOnlyDictionary<long, QuizRules>> QuizRulesAsync(CompetitionTerms terms, CancellationToken ct)
        {
            var ids = terms.QuizIds;
            return await db.Quizzes.AsNoTracking().Where(q => ids.Contains(q.Id)).Select(q => new { q.Id, q.Terms })
                .ToDictionaryAsync(q => q.Id, q => QuizRules.Of(q.Terms), ct);
        }

        /// <summary>
        /// Has the quizzes of a competition stay as they are until the last paper is over of the last published one that asks them.
        /// </summary>
        internal async Task HoldQuizzesAsync(Competition competition, CancellationToken ct)
        {
            var (id, asked) = (competition.Id, competition.Terms.QuizIds);
            DateTimeOffset? own = competition.PublishedAt is null ? null : competition.OverAt;
            foreach (var quiz in await db.Quizzes.Where(q => asked.Contains(q.Id)).ToListAsync(ct))
            {
                var others = await db.Competitions.AsNoTracking().Published().WithEvents()
                    .Where(c => c.Id != id && c.Events.Any(e => e.QuizId == quiz.Id))
                    .ToListAsync(ct);
                quiz.Hold(others.Select(other => (DateTimeOffset?)other.OverAt).Append(own).Max());
            }
        }

        /// <summary>
        /// Of each person whom an event is for the best paper at each branch that is marked: the most points, and of equal ones the
        /// shorter time.
        /// </summary>
        internal async Task<IReadOnlyList<BoardEntry>> AnsweredAsync(long eventId, BoardCopy copy, CancellationToken ct)
        {
            var competition = await db.Competitions.AsNoTracking().SingleAsync(c => c.Events.Any(e => e.Id == eventId), ct);
            var papers = copy == BoardCopy.Public ? db.ShownPapers() : db.EventPapers();
            var answered = await db.Eligible(papers.Where(p => p.Event.Id == eventId), competition.Eligibility).AnsweredAsync(ct);
            return
            [
                .. from paper in answered
                   group paper.Entry by (paper.Entry.EmployeeId, paper.Entry.BranchId) into own
                   select own.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Wrong).First(),
            ];
        }
    }
}
