using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>What the trail tells of who looks after accounts.</summary>
public sealed class AdministratorsTrailTests(OpenedAcademy opened)
{
    [Fact]
    public async Task Whatever_is_done_about_an_account_is_told_with_the_address_of_who_did_it()
    {
        await using var app = new AcademyApp(opened);
        for (var n = 0; n < Tries.MostTries; n++) await app.ClientAt("10.1.0.66").TryAsync("E0042", "guess");
        var administrator = app.ClientAt("10.1.0.7");
        await administrator.TryAsync("A0001", OpenedAcademy.Password);

        await administrator.PostShownAsync("/admin/people/E0042/unlock");
        await administrator.PostShownAsync("/admin/people/E0042/password");
        await administrator.PostShownAsync("/admin/people/E0042/account");
        await administrator.PostShownAsync("/admin/people/E0042/account");
        await administrator.PostShownAsync("/admin/people/E0042/roles", null, ("Chosen", Roles.Employee), ("Chosen", Roles.Auditor));
        await administrator.PostShownAsync(
            "/admin/people/passwords?branch=100&AlsoUnused=true", "/admin/people/passwords", ("AsSheet", "false"));

        var lines = await app.InStoreAsync(db => db.AuditEntries.AsNoTracking()
            .Where(e => e.ActorNumber == "A0001" && e.Subject != PeopleTrail.Account).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(
            [
                PeopleTrail.AccountUnlocked, PeopleTrail.PasswordReset, PeopleTrail.AccountDisabled, PeopleTrail.AccountEnabled,
                PeopleTrail.RolesChanged, PeopleTrail.PasswordsIssued,
            ],
            lines.Select(line => line.Act));
        Assert.All(lines, line => Assert.Equal("10.1.0.7", line.After["Address"]));
    }
}
