using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Practice;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Practice;

/// <summary>How somebody comes along in a drill: best, level, curve, goal and when it may be reached. Posting it sets the goal.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class ProgressModel(
    AcademyDb db,
    Passages passages,
    Coach coach,
    LevelTable levels,
    DrillWords drills,
    IStringLocalizer<PracticeTexts> words,
    BankZone zone,
    TimeProvider clock) : PageModel
{
    [FromRoute] public string Slug { get; set; } = "";

    /// <summary>The number of the level that is aimed at; null for a figure of one's own.</summary>
    [BindProperty] public int? Level { get; set; }

    /// <summary>The figure as it was typed.</summary>
    [BindProperty, DisplayFormat(ConvertEmptyStringToNull = false)] public string? Figure { get; set; }

    public Discipline Discipline { get; private set; } = null!;
    public DateOnly Today { get; } = zone.DayOf(clock.GetUtcNow());
    public IReadOnlyList<PracticeDay> Days { get; private set; } = [];
    public DrillRun? Best { get; private set; }
    public Goal? Goal { get; private set; }
    public CurveChart Chart { get; private set; } = null!;

    /// <summary>Null where there is no goal.</summary>
    public Forecast? Forecast { get; private set; }

    public int? GoalScore => Goal?.ScoreBy(levels);
    public Level? Reached => Best is { Score: { } score } ? levels.Of(Discipline, score) : null;
    public Level? Next => levels.Above(Discipline, Best?.Score ?? (Discipline.IsRace ? int.MaxValue : 0));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (passages.OfferedAs(Slug) is not { } discipline) return NotFound();

        Discipline = discipline;
        Days = await db.PracticeDaysAsync(User.Id, discipline, zone, ct);
        Best = await db.DrillRuns.AsNoTracking().Of(User.Id).Best(discipline).FirstOrDefaultAsync(ct);
        Goal = await db.Goals.AsNoTracking().Of(User.Id, discipline).SingleOrDefaultAsync(ct);
        Chart = new CurveChart(discipline, Days, GoalScore, Today);
        Forecast = GoalScore is { } wanted ? Forecast.Of(discipline, Days, wanted, Today) : null;
        Figure ??= Goal is { Level: null, Score: var own } ? discipline.FigureOf(own).ToString("0.#", CultureInfo.InvariantCulture) : "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (passages.OfferedAs(Slug) is not { } discipline) return NotFound();

        var refusal = Level is { } level
            ? await coach.AimAtLevelAsync(User.Id, discipline, level, ct)
            : await coach.AimAtFigureAsync(User.Id, discipline, Figure ?? "", ct);
        if (refusal is not { } no)
        {
            TempData["Flash"] = words["Goal.Set"].Value;
            return RedirectToPage(new { Slug });
        }

        var (least, most) = Goal.Bounds(discipline);
        ModelState.AddModelError(Level is null ? nameof(Figure) : "", words[$"Refusal.{no}", least, most, drills.FigureUnit(discipline)]);
        return await OnGetAsync(ct);
    }
}
