using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>A page about one person of the roll.</summary>
public abstract class PersonPage(AcademyDb db, LastActs last, IStringLocalizer<PeopleTexts> words) : FormPage
{
    [FromRoute] public string Number { get; set; } = "";
    public Employee Person { get; private set; } = null!;
    public string Address => ReturnAddress.InHeader($"/admin/people/{Person.Number}");

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        var people = db.Employees.AsNoTracking().Include(e => e.Branch).Include(e => e.Position);
        if (await people.Numbered(Number).SingleOrDefaultAsync(ct) is not { } person) return false;

        Person = person;
        return true;
    }

    /// <summary>What the page shows of the person as they are now, told from what else it could be.</summary>
    protected virtual Task<string> LookAsync(CancellationToken ct) => Task.FromResult(Person.AsSeen());

    /// <summary>What somebody else may have done to what the page shows.</summary>
    protected virtual Changes Shown => PeopleTrail.ChangesOfPerson;

    protected async Task<string?> WordsAsync(RegistrarRefusal? refusal, CancellationToken ct) => refusal switch
    {
        null => null,
        RegistrarRefusal.ChangedMeanwhile => await SayChangeAsync(Shown, ct),
        { } reason => words[$"Registrar.{reason}"],
    };

    protected async Task<string?> WordsAsync(AccountRefusal? refusal, CancellationToken ct) => refusal switch
    {
        null => null,
        AccountRefusal.ChangedMeanwhile => await SayChangeAsync(PeopleTrail.ChangesOfRoles, ct),
        { } reason => words[$"AccountKeeper.{reason}"],
    };

    /// <summary>Back to the person, saying what was done; or the page again, saying why not.</summary>
    protected IActionResult Answer(string? refusal, string done) => Answer(refusal, words[done, Person.Name], Address);

    /// <summary>Whoever reads it knows how the person is now.</summary>
    private async Task<string> SayChangeAsync(Changes changes, CancellationToken ct)
    {
        await FindAsync(ct);
        var said = await last.SayAsync(changes, Person.Number, Since, ct);
        See(await LookAsync(ct));
        return said;
    }
}
