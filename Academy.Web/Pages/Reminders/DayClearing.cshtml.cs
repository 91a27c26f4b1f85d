using System.Globalization;
using Academy.Domain.People;
using Academy.Domain.Reminders;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Reminders;

/// <summary>Has a day be again what was announced.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class DayClearingModel(Secretary secretary, IStringLocalizer<RemindersTexts> words) : PageModel
{
    public async Task<IActionResult> OnPostAsync(string day, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return NotFound();

        var refusal = await secretary.ClearDayAsync(on, User.Actor, ct);
        this.Say(refusal is { } reason ? words[$"Refusal.{reason}", 0].Value : null, words["Saved"]);
        return RedirectToPage("Calendar", new { year = on.Year });
    }
}
