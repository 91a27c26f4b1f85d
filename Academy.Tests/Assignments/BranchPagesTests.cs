using System.Net;
using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace Academy.Tests.Assignments;

/// <summary>B0001 is head of branch 100 with the outlets 101 to 103, B0002 of branch 200.</summary>
public sealed class BranchPagesTests(OpenedAcademy opened) : IAsyncDisposable
{
    private const string Subject = "course-professional-ethics";

    private readonly AcademyApp app = new(opened);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_head_sees_the_own_branch_alone()
    {
        var page = await (await app.SignInAsync("B0001")).GetPageAsync("/branch");
        var rows = page.QuerySelectorAll(".matrix tbody th").Select(th => th.TextContent).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.StartsWith("城关支行", row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/branch?at=200")]
    [InlineData("/branch?at=000")]
    [InlineData("/branch?unit=201&subject=course-professional-ethics")]
    [InlineData("/branch/people?unit=200")]
    [InlineData("/branch/coverage.xlsx?at=201")]
    [InlineData("/branch?at=nowhere")]
    public async Task Another_branch_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("B0001")).GetAsync(address)).StatusCode);

    [Fact]
    public async Task An_administrator_goes_down_the_tree_from_the_head_office()
    {
        var client = await app.SignInAsync("A0001");
        var page = await client.GetPageAsync("/branch");
        var down = page.QuerySelectorAll(".matrix tbody th a").Single(a => a.TextContent == "鹤坪支行").GetAttribute("href")!;
        Assert.Contains(
            (await client.GetPageAsync(down)).QuerySelectorAll(".matrix tbody th"),
            th => th.TextContent.Contains("鹤坪支行老街分理处", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cell_names_who_is_missing_and_nobody_else()
    {
        var page = await (await app.SignInAsync("B0001")).GetPageAsync($"/branch?unit=102&own=false&subject={Subject}");
        var missing = await MissingAsync("102");

        Assert.Equal(
            missing.Select(e => e.Name).Order(),
            page.QuerySelectorAll("#missing .missing-name b").Select(b => b.TextContent).Order());
    }

    [Fact]
    public async Task Those_who_are_missing_are_nudged_once_a_day_and_it_is_on_record()
    {
        var client = await app.SignInAsync("B0001");
        var missing = await MissingAsync("102");
        Assert.NotEmpty(missing);

        Assert.Contains($"已提醒 {missing.Count} 人", await NudgeAsync(client), StringComparison.Ordinal);
        Assert.Contains("今天都提醒过了", await NudgeAsync(client), StringComparison.Ordinal);

        var letters = await app.InStoreAsync(db => db.Letters.ToListAsync());
        Assert.Equal(missing.Select(e => e.Id).Order(), letters.Select(l => l.RecipientId).Order());
        Assert.All(letters, l => Assert.Equal("/courses/professional-ethics", l.Address));
        var entry = await app.InStoreAsync(db => db.AuditEntries.SingleAsync(e => e.Act == AssignmentTrail.PeopleNudged));
        Assert.Equal(("B0001", "professional-ethics"), (entry.ActorNumber, entry.SubjectKey));
        Assert.All(missing, e => Assert.Contains(e.Number, entry.After["People"], StringComparison.Ordinal));

        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains($"已提醒 {missing.Count} 人", await NudgeAsync(await app.SignInAsync("B0001")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_nudge_at_once_send_each_person_one_letter()
    {
        var missing = await MissingAsync("102");
        var heads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SignInAsync("B0001")));

        await Task.WhenAll(heads.Select(NudgeAsync));

        Assert.Equal(missing.Count, await app.InStoreAsync(db => db.Letters.CountAsync()));
    }

    [Fact]
    public async Task Nobody_nudges_in_another_branch()
    {
        var answer = await (await app.SignInAsync("B0002")).PostFormAsync(
            "/branch", "/branch/nudges", ("unit", "102"), ("subject", Subject));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, await app.InStoreAsync(db => db.Letters.CountAsync()));
    }

    [Fact]
    public async Task An_auditor_looks_and_finds_no_button_to_nudge()
    {
        var page = await (await app.SignInAsync("U0001")).GetPageAsync($"/branch?unit=100&subject={Subject}");

        Assert.NotEmpty(page.QuerySelectorAll("#missing .missing-name"));
        Assert.Empty(page.QuerySelectorAll("form[action='/branch/nudges']"));
    }

    [Fact]
    public async Task People_are_found_by_name_number_and_pinyin()
    {
        var client = await app.SignInAsync("B0001");
        foreach (var search in new[] { "许可盈", "e0001", "xu keying" })
        {
            Assert.Contains(
                (await client.GetPageAsync($"/branch/people?q={search}")).QuerySelectorAll("tbody th b"),
                b => b.TextContent == "许可盈");
        }

        Assert.Empty((await client.GetPageAsync("/branch/people?q=李闻钰")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_workbook_has_every_unit_and_everybody_who_is_missing()
    {
        var bytes = await (await app.SignInAsync("B0001")).GetByteArrayAsync("/branch/coverage.xlsx");
        using var stream = new MemoryStream(bytes);
        Assert.Equal(["学习覆盖", "未完成人员"], stream.GetSheetNames());
        var units = stream.Query(useHeaderRow: true, sheetName: "学习覆盖").Cast<IDictionary<string, object?>>().ToList();
        var missing = stream.Query(useHeaderRow: true, sheetName: "未完成人员").Cast<IDictionary<string, object?>>().ToList();

        Assert.Equal(["100", "101", "102", "103"], units.Select(u => u["机构号"]));
        Assert.Equal(
            (await MissingAsync("100")).Select(e => e.Number).Order(),
            missing.Where(m => (string?)m["学习任务"] == "从业人员职业操守").Select(m => (string)m["工号"]!).Order());
    }

    [Fact]
    public async Task A_letter_is_its_readers_alone_and_leads_to_what_it_is_about()
    {
        var reader = (await MissingAsync("102"))[0];
        await NudgeAsync(await app.SignInAsync("B0001"));
        var letter = await app.InStoreAsync(db => db.Letters.SingleAsync(l => l.RecipientId == reader.Id));

        var stranger = await app.SignInAsync("E0003");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostFormAsync("/inbox", $"/inbox/{letter.Id}")).StatusCode);
        Assert.Empty((await stranger.GetPageAsync("/inbox")).QuerySelectorAll(".letter"));

        var client = await app.SignInAsync(reader.Number);
        var inbox = await client.GetPageAsync("/inbox");
        Assert.Equal("1", inbox.QuerySelector(".bell-count")?.TextContent);
        Assert.Contains("从业人员职业操守", Assert.Single(inbox.QuerySelectorAll(".letter.unread")).TextContent, StringComparison.Ordinal);

        var opened = await client.PostFormAsync("/inbox", $"/inbox/{letter.Id}");
        Assert.Equal("/courses/professional-ethics", opened.Headers.Location?.ToString());
        Assert.Null((await client.GetPageAsync("/inbox")).QuerySelector(".bell-count"));
    }

    private async Task<string> NudgeAsync(HttpClient client)
    {
        var answer = await client.PostFormAsync(
            "/branch", "/branch/nudges", ("unit", "102"), ("subject", Subject), ("back", "//elsewhere.example"));
        Assert.Equal("/branch", answer.Headers.Location?.ToString());
        return (await client.GetPageAsync("/branch")).QuerySelector(".flash")!.TextContent;
    }

    /// <summary>Who of a unit has not read the course in the period that began 54 days ago, by the plainest of queries.</summary>
    private Task<List<Employee>> MissingAsync(string unit) => app.InStoreAsync(async db =>
    {
        var path = (await db.Branches.SingleAsync(b => b.Code == unit)).Path;
        var course = await db.Courses.SingleAsync(c => c.Slug == "professional-ethics");
        var begun = app.Clock.GetUtcNow().Date.AddDays(-54);
        var done = (await db.Completions.Where(c => c.SubjectKind == SubjectKind.Course && c.SubjectId == course.Id).ToListAsync())
            .Where(c => c.CompletedAt.UtcDateTime.AddHours(8).Date >= begun).Select(c => c.EmployeeId).ToHashSet();
        return (await db.Employees.Within(path).Where(e => e.Employment == Employment.Active).OrderBy(e => e.Id).ToListAsync())
            .Where(e => !done.Contains(e.Id))
            .ToList();
    });
}
