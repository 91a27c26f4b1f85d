using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Standings;

/// <summary>
/// What a change of a result would do to the ranks of its event. It is tried on a copy by the very act that then makes it, so that what
/// is shown is what happens.
/// </summary>
public static class EffectQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The effect, or why there is none.</summary>
        public async Task<(RankEffect? Effect, ObjectionRefusal? Refusal)> EffectOfAsync(
            long eventId, ResultChange change, CancellationToken ct)
        {
            var held = await db.Events.AsNoTracking().Include(e => e.Competition).SingleAsync(e => e.Id == eventId, ct);
            var (changed, refusal) = change switch
            {
                RunChange run => await db.ChangedAsync(held, run, ct),
                ContestantChange judged => await db.ChangedAsync(held, judged, ct),
                Correction correction => await db.ChangedAsync(held, correction, ct),
                PaperChange paper => await db.ChangedAsync(held, paper, ct),
                _ => (null, ObjectionRefusal.NoSuchResult),
            };
            return changed is null
                ? (null, refusal)
                : (RankEffect.Of(changed, await db.BoardAsync(held.Drill, eventId, BoardCopy.Restricted, ct)), null);
        }

        private async Task<(ChangedResult?, ObjectionRefusal?)> ChangedAsync(Event held, RunChange change, CancellationToken ct)
        {
            var run = await db.DrillRuns.AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == change.RunId && r.EventId == held.Id && r.Score != null, ct);
            if (run is null) return (null, ObjectionRefusal.NoSuchResult);

            var others = await db.DrillRuns
                .Where(r => r.EventId == held.Id && r.EmployeeId == run.EmployeeId && r.Counts && r.Id != run.Id)
                .Select(r => new BoardEntry(r.EmployeeId, r.BranchId, r.Score!.Value, r.Wrong))
                .ToListAsync(ct);
            var before = StateOf(run);
            run.Decide(change.Verdict);
            var own = new BoardEntry(run.EmployeeId, run.BranchId, run.Score!.Value, run.Wrong);
            return (new ChangedResult(run.EmployeeId, before, StateOf(run), run.Counts ? [.. others, own] : others), null);
        }

        private async Task<(ChangedResult?, ObjectionRefusal?)> ChangedAsync(Event held, ContestantChange change, CancellationToken ct) =>
            await db.SettledAsync(held, change.ContestantId, ct) is { IsRanked: true, Score: not null } contestant
                ? (Changed(contestant, judged => judged.Decide(change.Verdict)), null)
                : (null, ObjectionRefusal.NoSuchResult);

        private async Task<(ChangedResult?, ObjectionRefusal?)> ChangedAsync(Event held, Correction change, CancellationToken ct)
        {
            if (await db.SettledAsync(held, change.ContestantId, ct) is not { } contestant) return (null, ObjectionRefusal.NoSuchResult);

            var sheets = await db.SheetsOfAsync(contestant.Id, ct);
            if (!held.Sheet!.Settles(sheets, change.Agreed)) return (null, ObjectionRefusal.OutOfBounds);
            if (held.Sheet.IsSame((await db.StandingOfAsync(contestant.Id, ct))!, change.Agreed)) return (null, ObjectionRefusal.Unchanged);

            var result = SheetScore.Of(held.Sheet, sheets, change.Agreed);
            return (Changed(contestant, judged => judged.Correct(result)), null);
        }

        private async Task<(ChangedResult?, ObjectionRefusal?)> ChangedAsync(Event held, PaperChange change, CancellationToken ct)
        {
            var here = db.TakenPapersOf(held.Competition).Where(p => p.Event.Id == held.Id);
            var writer = await here.Where(p => p.Paper.Id == change.PaperId).Select(p => p.Paper.EmployeeId).FirstOrDefaultAsync(ct);
            var papers = await here.Where(p => p.Paper.EmployeeId == writer).AnsweredAsync(ct);
            if (papers.FirstOrDefault(paper => paper.Id == change.PaperId) is not { } own) return (null, ObjectionRefusal.NoSuchResult);

            var decided = own with { Counts = change.Verdict == Verdict.Counts };
            var counting = papers.Where(paper => paper.Id != own.Id).Append(decided).Where(paper => paper.Counts);
            return (new ChangedResult(writer, StateOf(own), StateOf(decided), [.. counting.Select(paper => paper.Entry)]), null);
        }

        /// <summary>A contestant of an event whose result stands.</summary>
        private Task<Contestant?> SettledAsync(Event held, long contestantId, CancellationToken ct) =>
            db.Contestants.AsNoTracking().Entered()
                .SingleOrDefaultAsync(c => c.Id == contestantId && c.EventId == held.Id && c.SettledAt != null, ct);
    }

    private static ChangedResult Changed(Contestant contestant, Action<Contestant> change)
    {
        var before = StateOf(contestant);
        change(contestant);
        BoardEntry[] entries = contestant is { Counts: true, Score: { } score }
            ? [new BoardEntry(contestant.EmployeeId, contestant.BranchId, score, contestant.Wrong)]
            : [];
        return new ChangedResult(contestant.EmployeeId, before, StateOf(contestant), entries);
    }

    private static ResultState StateOf(DrillRun run) => new(run.Score, run.Wrong, run.Counts);

    private static ResultState StateOf(Contestant contestant) => new(contestant.Score, contestant.Wrong, contestant.Counts);

    private static ResultState StateOf(AnsweredPaper paper) => new(paper.Entry.Score, paper.Entry.Wrong, paper.Counts);
}
