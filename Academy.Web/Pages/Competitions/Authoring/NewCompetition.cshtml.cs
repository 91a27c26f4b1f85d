using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

[Authorize(Roles = Rights.Trainers)]
public sealed class NewCompetitionModel(
    AcademyDb db, Convener convener, BankZone zone, TimeProvider clock, IStringLocalizer<CompetitionsTexts> words)
    : CompetitionPage(db, zone, clock, words)
{
    private readonly BankZone zone = zone;
    private readonly TimeProvider clock = clock;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Form = CompetitionForm.New(zone.DayOf(clock.GetUtcNow()));
        await FindChoicesAsync([], null, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindChoicesAsync([], null, ct);
        if (Read() is not { } terms) return Page();

        var (id, refusals) = await convener.AddAsync(terms, User.Actor, ct);
        foreach (var refusal in refusals) Refuse(refusal);
        return id is null ? Page() : RedirectToPage("EditCompetition", new { id });
    }
}
