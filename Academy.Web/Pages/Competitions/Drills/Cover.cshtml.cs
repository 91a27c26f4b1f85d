using System.ComponentModel.DataAnnotations;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>
/// What a drill is about, with a look at keys and line. Posting it starts one, or goes on with the running one; with the number of a
/// printed book it starts one on that book.
/// </summary>
[Authorize(Roles = Roles.Employee)]
public sealed class CoverModel(
    AcademyDb db, Passages passages, Timekeeper timekeeper, LevelTable levels, IStringLocalizer<DrillsTexts> words) : PageModel
{
    [FromRoute] public string Slug { get; set; } = "";

    /// <summary>The number of a printed book as it was typed; null when nobody was asked for one.</summary>
    [BindProperty, DisplayFormat(ConvertEmptyStringToNull = false)] public string? Book { get; set; }

    /// <summary>What a book that is printed from here has for a number.</summary>
    public int NewBook { get; } = PrintedBook.NewNumber();

    public Discipline Discipline { get; private set; } = null!;
    public DrillRun? Best { get; private set; }
    public Level? Reached => Best is { Score: { } score } ? levels.Of(Discipline, score) : null;
    /// <summary>Whether more of what costs the person most is asked for.</summary>
    [BindProperty] public bool Adapted { get; set; }

    /// <summary>Null where nothing stands out.</summary>
    public Emphasis? Emphasis { get; private set; }
    public bool IsRunning { get; private set; }

    /// <summary>In whole percent.</summary>
    public int LeastAccuracy => (int)(Discipline.LeastAccuracy * 100);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        // What judges look over is practiced at the desk, or not here at all.
        if (Discipline.Named(Slug) is { Kind: DrillKind.Counting }) return Redirect($"/drills/counting/{Slug}");
        if (Discipline.Named(Slug) is { IsJudged: true }) return Redirect("/competitions");
        if (passages.OfferedAs(Slug) is not { } discipline) return NotFound();

        Discipline = discipline;
        await timekeeper.EndOverdueAsync(User.Id, ct);
        Best = await db.DrillRuns.AsNoTracking().Of(User.Id).Best(discipline).FirstOrDefaultAsync(ct);
        Emphasis = await db.EmphasisAsync(User.Id, discipline, ct);
        IsRunning = await db.DrillRuns.Of(User.Id).Running().AnyAsync(r => r.Discipline == discipline.Slug, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (passages.OfferedAs(Slug) is not { } discipline) return NotFound();
        if (Book is null || discipline.Kind != DrillKind.Slips)
            return RedirectToPage("Run", new { id = await StartAsync(discipline, ct) });
        if (PrintedBook.NumberOf(Book) is { } book)
            return RedirectToPage("Run", new { id = await timekeeper.StartOnAsync(User.Id, discipline, book, ct) });

        ModelState.AddModelError(nameof(Book), words["Paper.Book.Bad"]);
        return await OnGetAsync(ct);
    }

    private Task<long> StartAsync(Discipline discipline, CancellationToken ct) => Adapted
        ? timekeeper.StartAdaptedAsync(User.Id, discipline, ct)
        : timekeeper.StartAsync(User.Id, discipline, ct);
}
