using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Assignments;

/// <summary>Whatever coverage is computed from, no change of it goes by unseen, whoever makes it.</summary>
public sealed class RevisionTests(OpenedAcademy opened)
{
    [Theory]
    [InlineData("UPDATE Postings SET Employment = Employment WHERE Id = 1")]
    [InlineData("UPDATE Branches SET Name = 'x' WHERE Id = 1")]
    [InlineData("UPDATE Positions SET Name = 'x' WHERE Id = 1")]
    [InlineData("UPDATE Assignments SET NewcomerDays = 3 WHERE Id = 1")]
    [InlineData("UPDATE Courses SET Edition = 9 WHERE Id = 1")]
    [InlineData("UPDATE Quizzes SET Title = 'x' WHERE Id = 1")]
    [InlineData("UPDATE Employees SET Name = 'x' WHERE Id = 1")]
    [InlineData("DELETE FROM Assignments WHERE Id = 1")]
    [InlineData("DELETE FROM Postings WHERE Id = 1")]
    [InlineData("INSERT INTO Positions (Slug, Name, EnglishName) VALUES ('x', 'x', 'x')")]
    public async Task Each_change_moves_the_revision(string change)
    {
        await using var store = new AcademyStore(opened);
        using var connection = store.Connect();
        var before = Number(connection);

        Do(connection, change);

        Assert.True(Number(connection) > before);
    }

    [Theory]
    [InlineData("UPDATE Employees SET AccessFailedCount = 3")]
    [InlineData("UPDATE Lessons SET Title = 'x'")]
    public async Task What_happens_all_day_long_does_not(string change)
    {
        await using var store = new AcademyStore(opened);
        using var connection = store.Connect();
        var before = Number(connection);

        Do(connection, change);

        Assert.Equal(before, Number(connection));
    }

    [Fact]
    public async Task A_snapshot_sees_one_moment_and_holds_up_nobody()
    {
        await using var store = new AcademyStore(opened);
        await store.TellAsync<AcademyDb>(async db =>
        {
            await using var moment = await Snapshot.OfAsync(db, CancellationToken.None);
            var (revision, people) = (await moment.RevisionAsync(CancellationToken.None), await db.Employees.CountAsync());
            using (var other = store.Connect()) Do(other, "INSERT INTO Positions (Slug, Name, EnglishName) VALUES ('x', 'x', 'x')");

            Assert.Equal(revision, await moment.RevisionAsync(CancellationToken.None));
            Assert.Equal(people, await db.Employees.CountAsync());
        });
        using var connection = store.Connect();
        Assert.True(Number(connection) > 0);
    }

    private static long Number(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Number FROM Revisions";
        return (long)command.ExecuteScalar()!;
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
