using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Reminders;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Reminders;

/// <summary>On which days the bank works: what was announced, and what administrators say of some days.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class CalendarModel(
    AcademyDb db, Secretary secretary, WorkingDays announced, BankZone zone, TimeProvider clock, IStringLocalizer<RemindersTexts> words)
    : PageModel
{
    private const string Worked = "worked";
    private const string Holiday = "holiday";

    private readonly int thisYear = zone.DayOf(clock.GetUtcNow()).Year;

    [BindProperty] public string? On { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? DayName { get; set; }
    public int Year { get; private set; }
    public IReadOnlyList<SpecialDay> Days { get; private set; } = [];
    public IReadOnlySet<DateOnly> Own { get; private set; } = new HashSet<DateOnly>();

    public IEnumerable<int> Years => [thisYear - 1, thisYear, thisYear + 1];

    public IReadOnlyList<SelectListItem> Kinds => [new(words["Holiday"], Holiday), new(words["Worked"], Worked)];

    public string DateOf(DateOnly day) => day.ToString(words["Format.Date"], CultureInfo.CurrentCulture);

    public Task OnGetAsync([FromQuery] int year, CancellationToken ct) => LoadAsync(Years.Contains(year) ? year : thisYear, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var isDay = DateOnly.TryParseExact(On, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        var refusal = isDay
            ? await secretary.SetDayAsync(day, Kind == Worked, DayName ?? "", User.Actor, ct)
            : ReminderRefusal.DayOutOfRange;
        if (refusal is null)
        {
            TempData["Flash"] = words["Saved"].Value;
            return RedirectToPage(new { year = day.Year });
        }

        await LoadAsync(thisYear, ct);
        ModelState.AddModelError(
            refusal == ReminderRefusal.NameTooLong ? nameof(DayName) : nameof(On), words[$"Refusal.{refusal}", CalendarDay.LongestName]);
        return Page();
    }

    private async Task LoadAsync(int year, CancellationToken ct)
    {
        Year = year;
        Own = (await db.CalendarDays.AsNoTracking().Select(d => d.Day).ToListAsync(ct)).ToHashSet();
        Days = [.. (await db.WorkingDaysAsync(announced, ct)).Special.Where(d => d.Day.Year == year)];
    }
}
