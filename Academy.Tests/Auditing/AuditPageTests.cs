using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace Academy.Tests.Auditing;

public sealed class AuditPageTests(AuditPageTests.Trail academy) : IClassFixture<AuditPageTests.Trail>
{
    [Fact]
    public async Task A_line_says_who_when_what_and_what_it_was_before_and_after()
    {
        var row = (await PageAsync("who=方砚秋&act=PersonMoved")).QuerySelector("tbody tr")!.TextContent;

        Assert.All(["方砚秋 A0001", "调动人员", "E0042", "机构", "城关支行", "柳渡支行"], part => Assert.Contains(part, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Instants_are_told_in_bank_time_lengths_in_words_and_numbers_as_they_are()
    {
        var row = (await PageAsync("act=QuizEdited&who=顾知遥")).QuerySelector("tbody tr")!;

        var told = row.QuerySelectorAll(".changes li > span:not(.caption)").Select(fact => fact.TextContent);
        Assert.Equal(["2026-11-24 09:30", "45 分 0 秒", "11"], told);
    }

    [Fact]
    public async Task Roles_and_parts_of_a_quiz_are_told_in_words_and_internal_paths_not_at_all()
    {
        var rows = (await PageAsync("who=沈听澜")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Contains(rows, row => row.Contains("员工、机构负责人", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("单选 10 题，每题 2.5 分：反假货币, 判断 5 题，每题 1 分：柜面", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("/000/107/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("who=A0001", 2)]
    [InlineData("who=A0001&q=柳渡支行", 1)]
    [InlineData("who=A0001&q=E0042", 1)]
    [InlineData("who=A0001&q=许_嘉%25", 1)]
    [InlineData("who=A0001&q=%25", 1)]
    [InlineData("who=A0001&q=__", 0)]
    [InlineData("who=A0001&subject=Branch", 1)]
    [InlineData("who=A0001&act=BranchClosed", 1)]
    [InlineData("who=A0001&from=2026-11-24", 1)]
    [InlineData("who=A0001&to=2026-11-22", 1)]
    [InlineData("who=A0001&from=2026-11-22&to=2026-11-24", 2)]
    [InlineData("who=A0001&from=0001-01-01&to=9999-12-31", 2)]
    [InlineData("who=A0001&act=Nonsense&from=soon", 2)]
    [InlineData("who=方砚&q='; DROP TABLE AuditEntries; --", 0)]
    public async Task The_filters_leave_what_they_say(string query, int lines) =>
        Assert.Equal(lines, (await PageAsync(query)).QuerySelectorAll("tbody tr").Length);

    [Fact]
    public async Task The_export_has_the_lines_that_the_filters_leave()
    {
        var client = await academy.App.SignInAsync("U0001");
        await using var file = new MemoryStream(await client.GetByteArrayAsync("/admin/audit/export?who=A0001"));

        var rows = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();

        Assert.Equal(["调动人员", "撤并机构"], rows.Select(row => row["操作"]));
        Assert.Equal("机构: 柳渡支行", rows[0]["改之后"]);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET ActorName = 'x'")]
    [InlineData("DELETE FROM AuditEntries")]
    [InlineData("INSERT OR REPLACE INTO AuditEntries SELECT * FROM AuditEntries")]
    [InlineData("REPLACE INTO AuditEntries SELECT * FROM AuditEntries LIMIT 1")]
    public async Task The_store_changes_deletes_and_replaces_no_line(string command) =>
        await Assert.ThrowsAsync<SqliteException>(() => academy.App.InStoreAsync(db => db.Database.ExecuteSqlRawAsync(command)));

    private async Task<IDocument> PageAsync(string query) =>
        await (await academy.App.SignInAsync("U0001")).GetPageAsync($"/admin/audit?{query}");

    /// <summary>An academy whose trail has three lines more.</summary>
    public sealed class Trail(OpenedAcademy opened) : IAsyncLifetime
    {
        private static readonly Actor Head = new(7, "A0001", "方砚秋");

        public AcademyApp App { get; } = new(opened);

        public async ValueTask InitializeAsync() => await App.InStoreAsync(db =>
        {
            db.Add(new AuditEntry(
                Head, TestClock.Tuesday, PeopleTrail.PersonMoved, PeopleTrail.Person, "E0042", "许_嘉%", new Moved("城关支行"),
                new Moved("柳渡支行")));
            db.Add(new AuditEntry(
                Head, TestClock.Tuesday.AddDays(-2), PeopleTrail.BranchClosed, PeopleTrail.Branch, "107", "南门分理处", new Shut(false),
                new Shut(true)));
            db.Add(new AuditEntry(
                new Actor(8, "T0009", "顾知遥"), TestClock.Tuesday, QuizTrail.QuizEdited, QuizTrail.Quiz, "service", "服务测验", null,
                new Timed(new DateTimeOffset(2026, 11, 24, 1, 30, 0, TimeSpan.Zero), TimeSpan.FromMinutes(45), 11)));
            var other = new Actor(9, "A0009", "沈听澜");
            db.Add(new AuditEntry(
                other, TestClock.Tuesday.AddDays(-9), PeopleTrail.RolesChanged, PeopleTrail.Person, "E0042", "苏映荷", null,
                RolesFacts.Of([Roles.BranchHead, Roles.Employee])));
            db.Add(new AuditEntry(
                other, TestClock.Tuesday.AddDays(-9), QuizTrail.QuizEdited, QuizTrail.Quiz, "service", "服务测验", null,
                new Parted(["SingleChoice 10 x 2.5: 反假货币", "TrueFalse 5 x 1: 柜面"])));
            db.Add(new AuditEntry(
                other, TestClock.Tuesday.AddDays(-9), PeopleTrail.BranchMoved, PeopleTrail.Branch, "107", "南门分理处", null,
                new Placed("/000/107/")));
            return db.SaveChangesAsync();
        });

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private sealed record Moved(string Branch) : IFacts;

        private sealed record Shut(bool Closed) : IFacts;

        private sealed record Parted(IReadOnlyList<string> Sections) : IFacts;

        private sealed record Placed(string Path) : IFacts;

        private sealed record Timed(DateTimeOffset OpensAt, TimeSpan TimeLimit, int Questions) : IFacts;
    }
}
