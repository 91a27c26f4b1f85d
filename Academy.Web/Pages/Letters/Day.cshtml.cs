using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Letters;

/// <summary>All that one was reminded of on a day, by whatever way: mails lead here, too.</summary>
[Authorize]
public sealed class DayModel(AcademyDb db) : PageModel
{
    public DateOnly On { get; private set; }
    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string day, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return NotFound();

        var letter = await db.Letters.AsNoTracking().Of(User.Id).SingleOrDefaultAsync(l => l.Kind == LetterKind.Digest && l.Key == day, ct);
        if (letter is null) return NotFound();

        (On, Lines) = (on, letter.Lines);
        return Page();
    }
}
