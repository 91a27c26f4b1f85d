using Academy.Domain.Competitions.Judging;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>Says that a contestant did not come, or came after all.</summary>
[Authorize(Roles = Roles.Judging)]
public sealed class AbsenceModel(Marshal marshal, IStringLocalizer<JudgingTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }
    [BindProperty, BindRequired] public bool IsAbsent { get; set; }

    public IActionResult OnGet() => RedirectToPage("Sheet", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await marshal.CallAsync(Id, IsAbsent, User.Actor, ct);
        if (refusal is EntryRefusal.NoSuchContestant or EntryRefusal.Oneself) return NotFound();

        if (refusal is null) TempData["Flash"] = words[IsAbsent ? "Done.Absent" : "Done.Present"].Value;
        else TempData["Refused"] = words[$"Entry.{refusal}", Marshal.MostAtOnce].Value;
        return RedirectToPage("Sheet", new { Id });
    }
}
