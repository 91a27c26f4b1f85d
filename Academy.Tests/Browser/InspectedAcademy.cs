using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Browser;

/// <summary>An academy in which every page and state can be found, the unlucky ones too.</summary>
public sealed class InspectedAcademy(OpenedAcademy opened, Chromium chromium) : Classroom(opened, chromium), IAsyncLifetime
{
    /// <summary>Has a password that somebody else has seen.</summary>
    public const string Newcomer = "E0113";

    /// <summary>Is not on the roll as an employee, like an administrator from outside.</summary>
    public const string Outsider = "E0114";

    public const string BrokenPage = "/courses/broken";

    public async ValueTask InitializeAsync() => await App.InStoreAsync(async db =>
    {
        var newcomer = await db.Employees.Numbered(Newcomer).SingleAsync();
        newcomer.ReceiveFirstPassword(newcomer.PasswordHash!);
        var outsider = await db.Employees.Numbered(Outsider).SingleAsync();
        db.RemoveRange(db.UserRoles.Where(role => role.UserId == outsider.Id));
        await Shelf.FillAsync(db);
        return await db.SaveChangesAsync();
    });

    protected override void Adjust(IServiceCollection services) =>
        services.Configure<MvcOptions>(options => options.Filters.Add<Breakdown>());

    private sealed class Breakdown : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path == BrokenPage) throw new InvalidOperationException("This page breaks down.");
        }

        public void OnResourceExecuted(ResourceExecutedContext context) { }
    }
}
