using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>Withdraws oneself from a judged event.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class LeavingModel(AcademyDb db, Marshal marshal, IStringLocalizer<JudgingTexts> words) : EventStepPage(db, words)
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => BackAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await TellAsync(await marshal.WithdrawAsync(Id, [User.Id], User.Actor, ct), "Done.Withdrawn", ct);
}
