using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Opening;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Academy.Tests.Opening;

/// <summary>A store of the release in which something could be written down as finished twice, opened by this one.</summary>
public sealed class FinishedOnceTests(OpenedAcademy opened)
{
    private const string Before = "JudgedAtStart";

    [Fact]
    public async Task What_was_written_down_twice_is_there_once_and_every_completion_has_its_number()
    {
        await using var store = new AcademyStore(opened);
        var before = await RecordedAsync(store);
        await store.TellAsync((AcademyDb db) => db.GetService<IMigrator>().MigrateAsync(Before));
        await store.TellAsync((AcademyDb db) => db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO Completions (EmployeeId, SubjectKind, SubjectId, Edition, BranchId, CompletedAt)
            SELECT EmployeeId, SubjectKind, SubjectId, Edition, BranchId, CompletedAt FROM Completions ORDER BY Id;
            INSERT INTO Completions (EmployeeId, SubjectKind, SubjectId, Edition, BranchId, CompletedAt)
            SELECT EmployeeId, SubjectKind, SubjectId, Edition, BranchId, CompletedAt + 1 FROM Completions WHERE SubjectKind = 'Course'
            ORDER BY Id LIMIT 1;
            """));

        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(CancellationToken.None));

        var after = await RecordedAsync(store);
        Assert.Equal(before, after.SkipLast(1));
        Assert.Equal(2, after[^1].Number);
    }

    [Fact]
    public async Task Who_decided_about_signatures_is_known_from_what_was_done_before()
    {
        await using var store = new AcademyStore(opened);
        await new Desk(store).AddCourseAsync("first-days");
        await store.TellAsync((AcademyDb db) => db.GetService<IMigrator>().MigrateAsync(Before));

        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(CancellationToken.None));

        Assert.Equal(
            ["first-days"],
            await store.AskAsync((AcademyDb db) => db.Courses.Where(c => c.HasOwnRule).Select(c => c.Slug).ToListAsync()));
    }

    private static Task<List<(long, long, SubjectKind, long, int Number)>> RecordedAsync(AcademyStore store) =>
        store.AskAsync(async (AcademyDb db) => (await db.Completions.AsNoTracking().OrderBy(c => c.Id).ToListAsync())
            .ConvertAll(c => (c.Id, c.EmployeeId, c.SubjectKind, c.SubjectId, c.Number)));
}
