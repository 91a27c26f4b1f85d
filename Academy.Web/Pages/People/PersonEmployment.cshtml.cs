using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>At work, away on a kind of leave, or gone: what one chooses from.</summary>
public static class EmploymentChoices
{
    public static readonly IReadOnlyList<string> All = [nameof(Employment.Active), .. Enum.GetNames<LeaveKind>(), nameof(Employment.Left)];

    public static string Of(Employee person) => person.Leave?.ToString() ?? person.Employment.ToString();
}

/// <summary>Sends on leave, takes back, or records that somebody has left.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class PersonEmploymentModel(AcademyDb db, Registrar registrar, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    private readonly IStringLocalizer<PeopleTexts> words = words;

    [BindProperty] public string? Choice { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (Person.Employment == Employment.Left) return Redirect($"{Address}/posting");

        (Choice, Seen) = (EmploymentChoices.Of(Person), Person.AsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        if (Choice is null || !EmploymentChoices.All.Contains(Choice))
        {
            ModelState.AddModelError("", words["Employment.Choose"]);
            return Page();
        }

        var refusal = Choice == EmploymentChoices.Of(Person) ? null : await ActAsync(Choice, ct);
        // Pressed twice, the second press finds it done.
        var isDone = (Choice, refusal) is (nameof(Employment.Left), RegistrarRefusal.HasLeft)
            or (nameof(Employment.Active), RegistrarRefusal.NotOnLeave);
        return Answer(isDone ? null : await WordsAsync(refusal, ct), "Employment.Done");
    }

    private Task<RegistrarRefusal?> ActAsync(string choice, CancellationToken ct) => choice switch
    {
        nameof(Employment.Active) => registrar.TakeBackAsync(User.Actor, Person.Id, Seen, ct),
        nameof(Employment.Left) => registrar.DischargeAsync(User.Actor, Person.Id, Seen, ct),
        _ => registrar.SendOnLeaveAsync(User.Actor, Person.Id, Seen, Enum.Parse<LeaveKind>(choice), ct),
    };
}
