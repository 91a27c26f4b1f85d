using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Organization;

/// <summary>A page about one unit of the organization.</summary>
public abstract class BranchPage(AcademyDb db, LastActs last, IStringLocalizer<PeopleTexts> words) : FormPage
{
    [FromRoute] public string Code { get; set; } = "";
    public Branch Unit { get; private set; } = null!;
    public string Address => ReturnAddress.InHeader($"/admin/branches/{Unit.Code}");

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Branches.AsNoTracking().Include(b => b.Parent).SingleOrDefaultAsync(b => b.Code == Code, ct) is not { } unit)
            return false;

        Unit = unit;
        return true;
    }

    protected async Task<string?> WordsAsync(OrganizerRefusal? refusal, CancellationToken ct) => refusal switch
    {
        null => null,
        OrganizerRefusal.ChangedMeanwhile => await SayChangeAsync(ct),
        { } reason => words[$"Organizer.{reason}"],
    };

    /// <summary>Back to the unit, saying what was done; or the page again, saying why not.</summary>
    protected IActionResult Answer(string? refusal, string done) => Answer(refusal, words[done, Unit.Name], Address);

    /// <summary>Whoever reads it knows how the unit is now.</summary>
    private async Task<string> SayChangeAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        var said = await last.SayAsync(PeopleTrail.ChangesOfBranch, Unit.Code, Since, ct);
        See(Unit.AsSeen());
        return said;
    }
}
