using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>How a run stands in its contest, as everybody may see it.</summary>
/// <param name="Id">Of the competition.</param>
/// <param name="Title">Of the competition.</param>
/// <param name="Rank">On the public board, by the best of one's runs; null where one has none.</param>
/// <param name="People">How many have one.</param>
/// <param name="Ahead">The score of the next who is ahead; null for the first.</param>
/// <param name="IsFrozen">Whether the board stands still.</param>
/// <param name="VoidBecause">Why a judge has found that this run does not count; null where none has.</param>
public sealed record RunContest(long Id, string Title, int? Rank, int People, int? Ahead, bool IsFrozen, string? VoidBecause);

/// <summary>What came of a run, and where keys were missed.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class ResultModel(AcademyDb db, Timekeeper timekeeper, LevelTable levels, KeptBoards boards, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public DrillRun Run { get; private set; } = null!;
    public DrillResult Result { get; private set; } = null!;

    /// <summary>One's best of all, and of those before this run.</summary>
    public DrillRun? Best { get; private set; }
    public DrillRun? BestBefore { get; private set; }

    /// <summary>Where keys were missed, or how a text differs; null for the other.</summary>
    public HeatMap? Heat { get; private set; }
    public Differences? Differences { get; private set; }

    /// <summary>What to practice next; null where nothing stands out.</summary>
    public Emphasis? Next { get; private set; }

    public PaceChart Chart { get; private set; } = null!;

    /// <summary>Null for practice.</summary>
    public RunContest? Contest { get; private set; }

    public Discipline Discipline => Run.Terms.Discipline;

    /// <summary>The level that the run reaches, where it counts; whether nothing before it has.</summary>
    public Level? Level => Run is { Counts: true, Score: { } score } ? levels.Of(Discipline, score) : null;
    public bool IsFirstOnLevel => Level is { } level && !(BestBefore is { Score: { } before } && Discipline.Reaches(before, level.Score));

    public bool IsBest => Best?.Id == Run.Id;

    /// <summary>How long keys were hit: to the end of the run, or to the total of the whole book.</summary>
    public TimeSpan TimeTaken
    {
        get
        {
            if (Discipline.IsRace && Result is KeyedResult { Tasks: [var whole, ..] }) return TimeSpan.FromMilliseconds(whole.At);
            return Run.EndedAt!.Value > Run.StartedAt ? Run.EndedAt.Value - Run.StartedAt : TimeSpan.Zero;
        }
    }

    /// <summary>Whether it was handed in before its time, so that its score counts the rest as nothing.</summary>
    public bool EndedEarly => !Discipline.IsRace && TimeTaken < Discipline.Length - TimeSpan.FromSeconds(1);

    public int PerMinute(int count) => TimeTaken.TotalMinutes > 0 ? (int)Math.Round(count / TimeTaken.TotalMinutes) : 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await timekeeper.EndOverdueAsync(User.Id, ct);
        var own = db.DrillRuns.AsNoTracking().Of(User.Id);
        if (await own.SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } run) return NotFound();
        if (run.IsRunning) return RedirectToPage("Run", new { Id });
        if (run.WasAbandoned) return RedirectToPage("Drills");

        Run = run;
        Result = await db.ResultOfAsync(run, ct);
        Best = await own.Best(Discipline).FirstOrDefaultAsync(ct);
        BestBefore = await own.Where(r => r.Id < run.Id).Best(Discipline).FirstOrDefaultAsync(ct);
        Next = await db.EmphasisAsync(User.Id, Discipline, ct);
        Heat = Result is KeyedResult keyed ? new HeatMap(keyed) : null;
        Differences = Result is TypedResult typed ? new Differences(typed) : null;
        Contest = run.EventId is { } held ? await ContestAsync(held, ct) : null;
        Chart = new PaceChart(Discipline.Kind, Result.Pace, BestBefore is null ? [] : (await db.ResultOfAsync(BestBefore, ct)).Pace);
        return Page();
    }

    private async Task<RunContest> ContestAsync(long eventId, CancellationToken ct)
    {
        var competition = await db.Competitions.AsNoTracking().SingleAsync(c => c.Events.Any(e => e.Id == eventId), ct);
        var board = await boards.OfAsync(Discipline, eventId);
        var own = board.RowOf(User.Id);
        var ahead = own is null ? null : board.AheadOf(own);
        var isVoid = Run.Verdict == Verdict.DoesNotCount;
        return new RunContest(
            competition.Id, competition.Title, own?.Rank, board.Rows.Count, ahead?.Entry.Score, competition.IsFrozen(clock.GetUtcNow()),
            isVoid ? await db.VerdictReasonAsync(Run.Id, ct) ?? "" : null);
    }
}
