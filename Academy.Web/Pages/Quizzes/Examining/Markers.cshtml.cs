using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Examining;

/// <summary>Somebody who was named to mark a quiz; who is no trainer any more does not.</summary>
public sealed record NamedMarker(string Number, string Name, bool IsTrainer);

/// <summary>Who marks a quiz beside its owner and the administrators; names one more.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class MarkersModel(AcademyDb db, QuizMaker maker, IStringLocalizer<QuizzesTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }
    [BindProperty(Name = "number")] public string? Number { get; set; }
    public string QuizTitle { get; private set; } = "";
    public IReadOnlyList<NamedMarker> Markers { get; private set; } = [];

    private IQueryable<Quiz> Kept => db.Quizzes.KeptBy(User.BankUser).Where(q => q.Id == Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var number = Number?.Trim() ?? "";
        if (!await Kept.AnyAsync(ct)) return NotFound();

        if (await maker.NameMarkerAsync(User.Actor, Id, number, ct) is not { } refusal)
        {
            TempData["Flash"] = words["Markers.Added"].Value;
            return RedirectToPage();
        }

        var name = await db.Employees.Numbered(number).Select(e => e.Name).SingleOrDefaultAsync(ct);
        var isNoTrainer = refusal == MarkerRefusal.NoSuchTrainer && name is not null;
        ModelState.AddModelError("number", isNoTrainer ? words["Marker.NotTrainer", name!] : words[$"Marker.{refusal}"]);
        return await FindAsync(ct) ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await Kept.Select(q => q.Terms.Title).SingleOrDefaultAsync(ct) is not { } title) return false;

        var (named, trainers) = (Kept.SelectMany(q => q.Markers).Select(m => m.EmployeeId), db.Employees.Holding(db, Roles.Trainer));
        QuizTitle = title;
        Markers = await db.Employees
            .Where(e => named.Contains(e.Id))
            .InOrderOfNames()
            .Select(e => new NamedMarker(e.UserName!, e.Name, trainers.Any(t => t.Id == e.Id)))
            .ToListAsync(ct);
        return true;
    }
}
