using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Opening;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Tests.Hosting;
using Academy.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Academy.Tests.People;

/// <summary>A rescue acts beside whatever server runs: it opens nothing, and nothing that a start would ask about keeps it back.</summary>
public sealed class RescueTests(OpenedAcademy opened)
{
    [Fact]
    public async Task A_rescue_asks_neither_about_content_nor_about_the_clock_and_leaves_an_import_alone()
    {
        await using var store = new AcademyStore(opened);
        await store.TellAsync((AcademyDb db) =>
        {
            db.Add(new Bank("~"));
            db.Add(new AuditEntry(
                Actor.Academy, TestClock.Tuesday.AddYears(100), PeopleTrail.PersonEdited, PeopleTrail.Person, "E0001", "", null, null));
            return db.SaveChangesAsync();
        });

        Assert.Equal(0, await RescueAsync(store.Folder));

        Assert.True(await store.AskAsync((AcademyDb db) => db.Set<Bank>().AnyAsync(b => b.Slug == "~")));
        Assert.Equal(
            PeopleTrail.AdministratorRescued,
            await store.AskAsync((AcademyDb db) => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Act).LastAsync()));
    }

    [Fact]
    public async Task A_store_of_another_version_is_left_as_it_is()
    {
        await using var store = new AcademyStore(opened);
        await store.TellAsync((AcademyDb db) => db.GetService<IMigrator>().MigrateAsync("ImportMappings"));
        var pending = await PendingAsync();

        var refusal = await Assert.ThrowsAsync<OpeningException>(() => RescueAsync(store.Folder));

        Assert.Contains("is not of this version", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(pending, await PendingAsync());

        Task<IEnumerable<string>> PendingAsync() => store.AskAsync((AcademyDb db) => db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Where_there_is_no_store_none_is_made()
    {
        using var folder = new TemporaryFolder();

        await Assert.ThrowsAsync<OpeningException>(() => RescueAsync(folder.Path));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static Task<int> RescueAsync(string folder) => Verbs.InvokeAsync(
    [
        "people", "rescue", "--number", "A0001", $"--Academy:DataDirectory={folder}",
        $"--Academy:ContentDirectory={Path.Combine(folder, "no-content")}",
    ]);
}
