using System.Globalization;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification;

/// <summary>Somebody who waits for a word, by name.</summary>
public sealed record WaitingRow(Waiting Waiting, SchemeTerms Scheme, string Number, string Name, string Branch, string BranchEnglish);

/// <summary>Who has done all that a scheme asks for and waits for somebody to say yes.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class ApprovalsModel(AcademyDb db, Certifier certifier, IStringLocalizer<CertificationTexts> words) : PageModel
{
    /// <summary>Whom somebody says yes to, each as <see cref="KeyOf"/> has it.</summary>
    [BindProperty(Name = "ids")] public List<string> Chosen { get; set; } = [];
    public IReadOnlyList<WaitingRow> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public static string KeyOf(Waiting waiting) => string.Create(
        CultureInfo.InvariantCulture, $"{waiting.EmployeeId}-{waiting.SchemeId}-{waiting.CompletedOn.DayNumber}");

    public Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct) => FindAsync(page, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (count, refusal) = await certifier.ApproveAsync([.. Chosen.Select(Read).OfType<Approval>()], User.Actor, ct);
        if (refusal is null)
        {
            TempData["Flash"] = words["Approved.Flash", Count.Of(count!.Done), Count.Of(count.LeftOut)].Value;
            return RedirectToPage();
        }

        ModelState.AddModelError("", words[$"Refusal.{refusal}", Certifier.MostAtOnce]);
        await FindAsync(1, ct);
        return Page();
    }

    private static Approval? Read(string key)
    {
        var parts = key.Split('-').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1);
        return parts.ToList() is [>= 0 and var person, >= 0 and var scheme, >= 0 and var day] && day <= DateOnly.MaxValue.DayNumber
            ? new Approval(person, scheme, DateOnly.FromDayNumber((int)day))
            : null;
    }

    private async Task FindAsync(int page, CancellationToken ct)
    {
        var waiting = await certifier.WaitingAsync(ct);
        Paging = Paging.Of(page, waiting.Count);
        var shown = waiting.Skip(Paging.Skip).Take(Paging.Size).ToList();
        var ids = shown.ConvertAll(one => one.EmployeeId);
        var people = await db.Employees.Where(e => ids.Contains(e.Id))
            .Select(e => new { e.Id, Number = e.UserName!, e.Name, Branch = e.Branch.Name, BranchEnglish = e.Branch.EnglishName })
            .ToDictionaryAsync(e => e.Id, ct);
        var schemes = await db.Schemes.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Terms, ct);
        Rows = shown.ConvertAll(one => new WaitingRow(
            one, schemes[one.SchemeId], people[one.EmployeeId].Number, people[one.EmployeeId].Name, people[one.EmployeeId].Branch,
            people[one.EmployeeId].BranchEnglish));
    }
}
