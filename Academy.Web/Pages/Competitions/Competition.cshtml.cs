using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions;

/// <summary>A judged event as an employee sees it.</summary>
/// <param name="Held">The event.</param>
/// <param name="State">How far its competition is.</param>
/// <param name="Entered">How many have entered.</param>
/// <param name="Own">Whoever looks, as a contestant; null for who has not entered.</param>
/// <param name="MayEnter">Whether they may enter themselves.</param>
/// <param name="MayEnterOthers">Whether they may enter the people of a branch.</param>
/// <param name="NotEligible">Why it is not for them; null where it is.</param>
/// <param name="MayObject">Whether they may object to its results, or have.</param>
/// <param name="Next">The round into which they have advanced; null for none.</param>
public sealed record JudgedEvent(
    Event Held, CompetitionState State, int Entered, Contestant? Own, bool MayEnter, bool MayEnterOthers, EligibilityRefusal? NotEligible,
    bool MayObject, Competition? Next)
{
    /// <summary>Whether people still enter and withdraw.</summary>
    public bool IsOpen => State is CompetitionState.Announced or CompetitionState.Running;
}

/// <summary>A knowledge event as an employee sees it.</summary>
/// <param name="Held">The event.</param>
/// <param name="State">How far its competition is.</param>
/// <param name="Quiz">How whoever looks stands with the quiz.</param>
/// <param name="Own">Their papers of the event, the last first.</param>
/// <param name="MayEnter">Whether they take part.</param>
/// <param name="Final">Their row of the board that was kept; null for none.</param>
/// <param name="NotEligible">Why it is not for them; null where it is.</param>
/// <param name="MayObject">Whether they may object to its results, or have.</param>
/// <param name="Next">The round into which they have advanced; null for none.</param>
public sealed record KnowledgeEvent(
    Event Held, CompetitionState State, QuizState Quiz, IReadOnlyList<AttemptSummary> Own, bool MayEnter, OwnFinal? Final,
    EligibilityRefusal? NotEligible, bool MayObject, Competition? Next)
{
    /// <summary>Those of their papers that were found not to count.</summary>
    public required IReadOnlySet<long> NotCounting { get; init; }

    public AttemptSummary? Running(DateTimeOffset now) => Own.FirstOrDefault(paper => paper.IsRunning(now));

    /// <summary>The most points of a paper that is marked and counts.</summary>
    public Points? Best => Own.Where(paper => !NotCounting.Contains(paper.Id)).MaxBy(paper => paper.Score?.Hundredths ?? -1)?.Score;
}

/// <summary>A competition with its events: what one has come to in each, and how many tries are left.</summary>
[Authorize]
public sealed class CompetitionModel(
    AcademyDb db, Timekeeper timekeeper, LevelTable levels, EligibilityWords eligibility, BankZone zone, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public Competition Competition { get; private set; } = null!;
    public CompetitionState State { get; private set; }

    /// <summary>One's own runs by event, the last first.</summary>
    public ILookup<long, DrillRun> Own { get; private set; } = null!;

    /// <summary>Whom it is for, a line for each limit.</summary>
    public IReadOnlyList<EligibilityLine> Eligible { get; private set; } = [];

    private readonly Dictionary<long, EligibilityRefusal> notEligible = [];
    private readonly Dictionary<long, Competition> advanced = [];
    private Dictionary<long, int> entered = [];
    private Dictionary<long, Contestant> contestants = [];
    private Dictionary<long, QuizState> quizzes = [];
    private ILookup<long, (long Id, bool Counts)> taken = null!;
    private DateTimeOffset objectionsUntil;

    /// <summary>Who had the results stand, and what they said of it; null before.</summary>
    public Finalization? Finalization { get; private set; }

    /// <summary>One's own row of each board that was kept, by event.</summary>
    public IReadOnlyDictionary<long, OwnFinal> Finals { get; private set; } = new Dictionary<long, OwnFinal>();

    /// <summary>The events in which one has objected.</summary>
    public IReadOnlySet<long> Objected { get; private set; } = new HashSet<long>();

    public bool MayEnter => User.IsInRole(Roles.Employee);

    /// <summary>The quarter whose board has the results.</summary>
    public Quarter Quarter => Quarter.Of(zone.DayOf(Competition.ClosesAt));

    /// <summary>One's best in an event; null where nothing counts.</summary>
    public DrillRun? BestIn(Event held) => Own[held.Id].AsQueryable().Best(held.Drill).FirstOrDefault();

    public KnowledgeEvent Knowledge(Event held)
    {
        var quiz = quizzes[held.QuizId!.Value];
        var refusal = NotEligible(held);
        var counts = taken[held.Id].ToDictionary(paper => paper.Id, paper => paper.Counts);
        List<AttemptSummary> papers = [.. quiz.Attempts.Where(paper => counts.ContainsKey(paper.Id)).Reverse()];
        return new KnowledgeEvent(
            held, State, quiz, papers, MayEnter, Finals.GetValueOrDefault(held.Id), refusal, MayObject(held, papers.Count > 0),
            NextOf(held))
        {
            NotCounting = counts.Where(paper => !paper.Value).Select(paper => paper.Key).ToHashSet(),
        };
    }

    public JudgedEvent Judged(Event held) => new(
        held, State, entered.GetValueOrDefault(held.Id), contestants.GetValueOrDefault(held.Id), MayEnter,
        User.IsInRole(Roles.BranchHead), NotEligible(held), MayObject(held, contestants.ContainsKey(held.Id)), NextOf(held));

    /// <summary>The round into which whoever looks has advanced from an event; null for none.</summary>
    public Competition? NextOf(Event held) => advanced.GetValueOrDefault(held.Id);

    /// <summary>Whether who took part may object to results of an event, or has.</summary>
    public bool MayObject(Event held, bool tookPart) =>
        MayEnter && tookPart && (Competition.TakesObjections(Now, objectionsUntil) || Objected.Contains(held.Id));

    /// <summary>Why an event is not for whoever looks; null where it is.</summary>
    public EligibilityRefusal? NotEligible(Event held) => notEligible.TryGetValue(held.Id, out var refusal) ? refusal : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await timekeeper.EndOverdueAsync(User.Id, ct);
        var found = await db.Competitions.AsNoTracking().Published().WithEvents().SingleOrDefaultAsync(c => c.Id == Id, ct);
        if (found is null) return NotFound();

        (Competition, State) = (found, found.State(Now));
        Own = (await db.RunsOf(Id).Of(User.Id).AsNoTracking().OrderByDescending(r => r.Id).ToListAsync(ct)).ToLookup(r => r.EventId!.Value);
        var id = User.Id;
        var here = db.Contestants.AsNoTracking().Entered().In(Id);
        entered = await here.GroupBy(c => c.EventId).Select(own => new { own.Key, People = own.Count() })
            .ToDictionaryAsync(own => own.Key, own => own.People, ct);
        contestants = await here.Where(c => c.EmployeeId == id).ToDictionaryAsync(c => c.EventId, ct);
        var asked = found.Events.Select(e => e.QuizId).OfType<long>().ToList();
        quizzes = (await db.QuizStatesAsync(db.Quizzes.Where(q => asked.Contains(q.Id)), id, Now, ct)).ToDictionary(q => q.Quiz.Id);
        var papers = await db.TakenPapersOf(found).Where(p => p.Paper.EmployeeId == id)
            .Select(p => new { Event = p.Event.Id, p.Paper.Id, p.Counts })
            .ToListAsync(ct);
        taken = papers.ToLookup(p => p.Event, p => (p.Id, p.Counts));
        Objected = await db.ObjectionsOf(Id).Of(id).Select(o => o.EventId).ToHashSetAsync(ct);
        objectionsUntil = await db.ObjectionsUntilAsync(found, ct);
        await FindEligibilityAsync(ct);
        if (State != CompetitionState.Finalized) return Page();

        Finalization = await db.Finalizations.AsNoTracking().SingleOrDefaultAsync(f => f.CompetitionId == Id, ct);
        var finals = await db.OwnFinals(id).AsNoTracking().ToListAsync(ct);
        Finals = finals.Where(own => own.Held.CompetitionId == Id).ToDictionary(own => own.Row.EventId);
        await FindNextRoundsAsync(ct);
        return Page();
    }

    private async Task FindNextRoundsAsync(CancellationToken ct)
    {
        foreach (var next in await db.NextRoundsAsync(Competition, ct))
        {
            foreach (var held in next.Events)
            {
                if ((await db.NotEligibleAsync(held, [User.Id], levels, ct)).Count > 0) continue;

                var ranks = next.Eligibility.Advancing!.Ranks;
                var from = Finals.Values.Where(own => own.Held.Discipline == held.Discipline && own.Row.Rank <= ranks);
                foreach (var own in from) advanced.TryAdd(own.Row.EventId, next);
            }
        }
    }

    private async Task FindEligibilityAsync(CancellationToken ct)
    {
        Eligible = await eligibility.LinesAsync(Competition.Eligibility, ct);
        if (!MayEnter || State is not (CompetitionState.Announced or CompetitionState.Running)) return;

        foreach (var held in Competition.Events)
        {
            foreach (var (_, refusal) in await db.NotEligibleAsync(held, [User.Id], levels, ct)) notEligible[held.Id] = refusal;
        }
    }
}
