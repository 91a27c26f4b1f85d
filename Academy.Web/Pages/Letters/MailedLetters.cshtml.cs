using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Letters;

/// <summary>All letters, and what became of each by mail.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class MailedLettersModel(AcademyDb db, AcademySettings settings) : PageModel
{
    public bool IsMailOn => settings.Mail.IsOn;
    public MailingState? State { get; private set; }
    public IReadOnlyDictionary<MailingState, int> Counts { get; private set; } = new Dictionary<MailingState, int>();
    public Paging Paging { get; private set; } = new(1, 0);
    public IReadOnlyList<MailedLetter> Letters { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] MailingState? state, [FromQuery(Name = "page")] int asked, CancellationToken ct)
    {
        State = state is { } known && Enum.IsDefined(known) ? known : null;
        Counts = await db.Mailings.GroupBy(m => m.State).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        Paging = Paging.Of(asked, State is { } one ? Counts.GetValueOrDefault(one) : Counts.Values.Sum());
        Letters = await db.MailedAsync(State, Paging.Skip, Paging.Size, ct);
    }
}
