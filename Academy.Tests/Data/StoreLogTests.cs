using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Data;

/// <summary>What is committed reaches the store's own file between the turns.</summary>
public sealed class StoreLogTests(OpenedAcademy opened)
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public async Task A_long_log_is_carried_over_when_the_turn_is_over_and_not_within_the_commit()
    {
        await using var store = new AcademyStore(opened);
        store.Execute("CREATE TABLE Bulk (Content BLOB)");
        await store.TellAsync(async (AcademyDb db) =>
        {
            var before = LengthOf(db, "");
            await using (var turn = await db.TakeTurnAsync(default))
            {
                await WriteAsync(db, 10 * Megabyte);
                await turn.CommitAsync(default);
                Assert.Equal(before, LengthOf(db, ""));
            }

            Assert.InRange(LengthOf(db, "") - before, 10 * Megabyte, 11 * Megabyte);
        });
    }

    [Fact]
    public async Task However_much_is_written_the_log_stays_short()
    {
        await using var store = new AcademyStore(opened);
        store.Execute("CREATE TABLE Bulk (Content BLOB)");
        for (var turns = 0; turns < 40; turns++)
        {
            await store.TellAsync(async (AcademyDb db) =>
            {
                await using var turn = await db.TakeTurnAsync(default);
                await WriteAsync(db, Megabyte);
                await turn.CommitAsync(default);
                Assert.InRange(LengthOf(db, "-wal"), 1, 8 * Megabyte);
            });
        }
    }

    private static Task<int> WriteAsync(AcademyDb db, long bytes) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO Bulk VALUES (zeroblob({bytes}))");

    private static long LengthOf(AcademyDb db, string suffix) => new FileInfo(db.Database.GetDbConnection().DataSource + suffix).Length;
}
