using System.Globalization;
using Academy.Domain.Data;
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

/// <summary>How people are reminded of one occasion, and in which words; they are looked at before they are saved.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class RuleModel(
    AcademyDb db, Secretary secretary, ReminderExamples examples, LastActs last, IStringLocalizer<RemindersTexts> words) : FormPage
{
    private static readonly char[] Between = [' ', ',', '，', '、'];

    [FromRoute] public string Name { get; set; } = "";
    [BindProperty] public bool IsOn { get; set; }
    [BindProperty] public bool IsMandatory { get; set; }
    [BindProperty] public string? Days { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? EnglishText { get; set; }
    [BindProperty] public bool Save { get; set; }

    public Occasion Occasion { get; private set; }

    public bool HasDays => ReminderTerms.Usual(Occasion).Days.Count > 0;

    public string Preview(string language) => examples.In(language, Occasion, Read());

    public string Usual(string language) => examples.UsualIn(language, Occasion);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!IsKnown()) return NotFound();

        var terms = (await db.RuleBookAsync(ct))[Occasion];
        (IsOn, IsMandatory, Text, EnglishText) = (terms.IsOn, terms.IsMandatory, terms.Text, terms.EnglishText);
        Days = string.Join(' ', terms.Days);
        See(terms.AsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!IsKnown()) return NotFound();
        if (!Save)
        {
            if (Read().Cleaned().Refusal(Occasion) is { } problem) Refuse(problem);
            return Page();
        }

        var refusal = await secretary.ChangeRuleAsync(Occasion, Seen, Read(), User.Actor, ct);
        if (refusal is null)
        {
            TempData["Flash"] = words["Saved"].Value;
            return Redirect("/admin/reminders");
        }

        if (refusal == ReminderRefusal.ChangedMeanwhile)
        {
            ModelState.AddModelError("", await last.SayAsync(ReminderTrail.ChangesOfReminders, $"{Occasion}", Since, ct));
            See((await db.RuleBookAsync(ct))[Occasion].AsSeen());
        }
        else Refuse(refusal.Value);
        return Page();
    }

    private void Refuse(ReminderRefusal refusal)
    {
        var field = refusal switch
        {
            ReminderRefusal.DaysMissing or ReminderRefusal.DaysOutOfRange => nameof(Days),
            ReminderRefusal.TextTooLong or ReminderRefusal.UnknownPlaceholder => nameof(Text),
            _ => "",
        };
        ModelState.AddModelError(field, words[$"Refusal.{refusal}", ReminderTerms.LongestText]);
    }

    private bool IsKnown()
    {
        var isKnown = Enum.TryParse<Occasion>(Name, out var occasion) && $"{occasion}" == Name;
        Occasion = occasion;
        return isKnown;
    }

    /// <summary>What cannot be read becomes a day that cannot be.</summary>
    private ReminderTerms Read() => new(IsOn, HasDays ? [.. DaysIn(Days)] : [], IsMandatory, Text ?? "", EnglishText ?? "");

    private static IEnumerable<int> DaysIn(string? text) => (text ?? "")
        .Split(Between, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : -1);
}
