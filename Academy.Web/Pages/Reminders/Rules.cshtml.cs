using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.Reminders;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Reminders;

/// <summary>Of what people are reminded, and at which hours they are written to.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class RulesModel(
    AcademyDb db, Secretary secretary, ReminderExamples examples, LastActs last, IStringLocalizer<RemindersTexts> words) : FormPage
{
    private const string Time = "HH':'mm";

    [BindProperty] public string? DigestAt { get; set; }
    [BindProperty] public string? QuietFrom { get; set; }
    [BindProperty] public string? QuietUntil { get; set; }
    public RuleBook Rules { get; private set; } = RuleBook.Usual;

    public IEnumerable<(string Name, string? Value)> Fields =>
        [(nameof(DigestAt), DigestAt), (nameof(QuietFrom), QuietFrom), (nameof(QuietUntil), QuietUntil)];

    public string DaysOf(Occasion occasion)
    {
        var days = Rules[occasion].Days;
        if (days.Count == 0) return "—";
        if (occasion.IsRepeated) return words["Days.Again", days[0]];

        var (before, said) = (days.Where(day => day > 0).ToList(), new List<string>());
        if (before.Count > 0) said.Add(words["Days.Before", string.Join(words["Separator"], before)]);
        if (days.Contains(0)) said.Add(words["Days.SameDay"]);
        return string.Join(words["Separator"], said);
    }

    public string Example(Occasion occasion) => examples.Of(occasion, Rules[occasion]);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var hours = await db.PostHoursAsync(ct);
        (DigestAt, QuietFrom, QuietUntil) = (Text(hours.DigestAt), Text(hours.QuietFrom), Text(hours.QuietUntil));
        See(hours.AsSeen());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var refusal = Read(DigestAt) is { } digestAt && Read(QuietFrom) is { } quietFrom && Read(QuietUntil) is { } quietUntil
            ? await secretary.SetHoursAsync(Seen, new PostHours(digestAt, quietFrom, quietUntil), User.Actor, ct)
            : ReminderRefusal.HoursImpossible;
        if (refusal is null)
        {
            TempData["Flash"] = words["Saved"].Value;
            return RedirectToPage();
        }

        if (refusal == ReminderRefusal.ChangedMeanwhile) See((await db.PostHoursAsync(ct)).AsSeen());
        ModelState.AddModelError("", refusal == ReminderRefusal.ChangedMeanwhile
            ? await last.SayAsync(ReminderTrail.ChangesOfReminders, "hours", Since, ct)
            : words[$"Refusal.{refusal}", 0].Value);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct) => Rules = await db.RuleBookAsync(ct);

    private static string Text(TimeOnly time) => time.ToString(Time, CultureInfo.InvariantCulture);

    private static TimeOnly? Read(string? text) =>
        TimeOnly.TryParseExact(text, Time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
