using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.Reminders;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Reminders;

/// <summary>By which channels one wants to be told of what one need not be told of.</summary>
[Authorize]
public sealed class ChoicesModel(AcademyDb db, Secretary secretary, IStringLocalizer<RemindersTexts> words) : PageModel
{
    [BindProperty] public List<string> Wanted { get; set; } = [];
    public IReadOnlyList<(Occasion Occasion, Channels Channels)> Chosen { get; private set; } = [];
    public IReadOnlyList<Occasion> Mandatory { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (rules, chosen) = (await db.RuleBookAsync(ct), await db.ChosenAsync(User.Id, ct));
        var known = Enum.GetValues<Occasion>().Where(occasion => rules[occasion].IsOn).ToLookup(occasion => rules[occasion].IsMandatory);
        Mandatory = [.. known[true]];
        Chosen = [.. known[false].Select(occasion => (occasion, chosen.GetValueOrDefault(occasion, Channels.Both)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        var choices = Chosen.ToDictionary(choice => choice.Occasion, choice => ChannelsOf(choice.Occasion));
        var refusal = await secretary.ChooseAsync(User.Id, choices, ct);
        this.Say(refusal is { } reason ? words[$"Refusal.{reason}", 0].Value : null, words["Saved"]);
        return RedirectToPage();
    }

    private Channels ChannelsOf(Occasion occasion) => new[] { Channels.Inbox, Channels.Mail }
        .Where(channel => Wanted.Contains($"{occasion}-{channel}"))
        .Aggregate(Channels.None, (all, channel) => all | channel);
}
