using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>Enters oneself in a judged event.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class EntranceModel(AcademyDb db, Marshal marshal, IStringLocalizer<JudgingTexts> words) : EventStepPage(db, words)
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => BackAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await TellAsync(await marshal.EnterAsync(Id, [User.Id], isRanked: true, User.Actor, ct), "Done.Entered", ct);
}
