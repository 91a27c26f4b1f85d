using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>What an administrator does to the roll while people are signed in.</summary>
internal static class Roll
{
    public static Task<int> DisableAsync(this AcademyApp app, string number) => app.InStoreAsync(async db =>
    {
        (await db.Employees.Numbered(number).SingleAsync()).Disable(app.Clock.GetUtcNow());
        return await db.SaveChangesAsync();
    });

    public static Task<int> TakeRoleAsync(this AcademyApp app, string number, string role) => app.InStoreAsync(async db =>
    {
        db.Remove(await HeldAsync(db, number, role));
        return await db.SaveChangesAsync();
    });

    public static Task<int> GiveRoleAsync(this AcademyApp app, string number, string role) => app.InStoreAsync(async db =>
    {
        db.Add(await HeldAsync(db, number, role));
        return await db.SaveChangesAsync();
    });

    private static async Task<IdentityUserRole<long>> HeldAsync(Domain.Data.AcademyDb db, string number, string role) => new()
    {
        UserId = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync(),
        RoleId = await db.Roles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync(),
    };
}
