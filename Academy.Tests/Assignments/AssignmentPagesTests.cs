using System.Net;
using Academy.Domain.Assignments;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Assignments;

public sealed class AssignmentPagesTests(OpenedAcademy opened, SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string New = "/admin/assignments/new";

    [Fact]
    public async Task A_preview_says_how_many_people_are_covered_and_keeps_nothing()
    {
        var trainer = await academy.App.SignInAsync("T0001");
        var before = await CountAsync(academy.App);

        var answer = await PostAsync(academy.App, trainer, "302", ("Preview", "true"));

        var people = await academy.App.InStoreAsync(db => db.Employees.CountAsync(e => e.Branch.Code == "302"));
        Assert.Contains(
            $" {people} ", (await answer.ReadPageAsync()).QuerySelector("form [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(academy.App));
    }

    [Fact]
    public async Task Unknown_numbers_are_named_and_nothing_is_kept()
    {
        var trainer = await academy.App.SignInAsync("T0001");
        var before = await CountAsync(academy.App);

        var page = await (await PostAsync(academy.App, trainer, "302", ("Form.People", "e0001, Z9999\nZ8888"))).ReadPageAsync();

        Assert.Contains("Z9999 Z8888", page.QuerySelector("#People-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(academy.App));
    }

    [Fact]
    public async Task A_branch_that_is_assigned_a_course_has_it_due_and_another_has_not()
    {
        await using var app = new AcademyApp(opened);
        var trainer = await app.SignInAsync("T0001");

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(app, trainer, "300")).StatusCode);

        Assert.Contains("礼仪", await TasksAsync(app, "E0003"), StringComparison.Ordinal);
        Assert.DoesNotContain("礼仪", await TasksAsync(app, "E0001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_on_leave_has_anything_due()
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0042");
        Assert.NotEmpty((await person.GetPageAsync("/assignments")).QuerySelectorAll(".item"));

        await app.InStoreAsync(async db =>
        {
            (await db.Employees.Numbered("E0042").WithPosting().SingleAsync()).GoOnLeave(LeaveKind.Maternity, new DateOnly(2026, 11, 24));
            return await db.SaveChangesAsync();
        });

        Assert.Empty((await person.GetPageAsync("/assignments")).QuerySelectorAll(".item"));
        Assert.NotNull((await person.GetPageAsync("/")).QuerySelector(".next-step.calm"));
    }

    [Fact]
    public async Task Who_changed_an_assignment_first_is_named_and_nothing_is_overwritten()
    {
        await using var app = new AcademyApp(opened);
        var (one, other) = (await app.SignInAsync("A0001"), await app.SignInAsync("T0001"));
        var address = (await PostAsync(app, one, "300")).Headers.Location!.ToString();
        var unit = await app.InStoreAsync(db => db.Branches.Where(b => b.Code == "300").Select(b => b.Id).SingleAsync());
        (string, string)[] Until(string day) =>
            [("Form.Branches", $"{unit}"), ("Form.StartsOn", "2026-11-24"), ("Form.DueOn", day), ("Form.NewcomerDays", "14")];
        var seen = (await one.GetPageAsync(address)).QuerySelector("[name=Seen]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await other.PostShownAsync(address, null, Until("2026-12-20"))).StatusCode);

        var late = await one.PostFormAsync(address, address, [.. Until("2026-12-30"), ("Seen", seen)]);

        Assert.Contains("顾知遥在", (await late.ReadPageAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-12-20", (await one.GetPageAsync(address)).QuerySelector("#DueOn")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_somebody_else_has_assigned_already_is_not_assigned_again()
    {
        await using var app = new AcademyApp(opened);
        await PostAsync(app, await app.SignInAsync("A0001"), "300");
        var before = await CountAsync(app);

        var again = await PostAsync(app, await app.SignInAsync("T0001"), "300");

        Assert.Contains("方砚秋已经安排过", (await again.ReadPageAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(app));
    }

    [Fact]
    public async Task Who_withdraws_or_changes_what_somebody_else_has_withdrawn_is_told_by_whom_and_keeps_what_was_entered()
    {
        await using var app = new AcademyApp(opened);
        var (one, other) = (await app.SignInAsync("A0001"), await app.SignInAsync("T0001"));
        var address = (await PostAsync(app, one, "300")).Headers.Location!.ToString();
        var page = await one.GetPageAsync(address);
        await other.PostFormAsync(address, $"{address}/withdrawal");

        var changed = await (await one.PostSeenAsync(
            page, address, ("Form.People", "E0042"), ("Form.StartsOn", "2026-11-24"), ("Form.DueOn", "2026-12-30"))).ReadPageAsync();
        await one.PostFormAsync(address, $"{address}/withdrawal");

        Assert.Matches("顾知遥在 .* 撤回学习任务", changed.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("E0042", changed.QuerySelector("#People")!.TextContent);
        Assert.Matches("已经撤回.*顾知遥在", (await one.GetPageAsync("/admin/assignments")).QuerySelector(".flash")!.TextContent);
    }

    [Fact]
    public async Task A_unit_that_was_closed_meanwhile_is_named_and_asked_for_nothing()
    {
        await using var app = new AcademyApp(opened);
        var trainer = await app.SignInAsync("T0001");
        await app.InStoreAsync(async db =>
        {
            db.Add(new Branch("399", "北门分理处", "", BranchKind.Outlet, await db.Branches.SingleAsync(b => b.Code == "300")));
            return await db.SaveChangesAsync();
        });
        var before = await CountAsync(app);
        var address = (await PostAsync(app, trainer, "300")).Headers.Location!.ToString();
        await app.InStoreAsync(async db =>
        {
            (await db.Branches.SingleAsync(b => b.Code == "399")).Close(app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var unit = await app.InStoreAsync(db => db.Branches.Where(b => b.Code == "399").Select(b => b.Id).SingleAsync());

        var made = await (await PostAsync(app, trainer, "399")).ReadPageAsync();
        var changed = await (await trainer.PostShownAsync(
            address, null, ("Form.Branches", $"{unit}"), ("Form.StartsOn", "2026-11-24"), ("Form.DueOn", "2026-12-10"))).ReadPageAsync();

        Assert.All([made, changed], page =>
            Assert.Contains("已经撤并，没有人在那里，这次没有保存：北门分理处", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(before + 1, await CountAsync(app));
        Assert.Empty((await trainer.GetPageAsync(New)).QuerySelectorAll($"#Branches [value='{unit}']"));
    }

    [Fact]
    public async Task A_course_that_nothing_asks_for_again_says_so_and_stays_as_it_is()
    {
        var person = await academy.App.SignInAsync("E0001");

        var answer = await person.PostFormAsync("/", "/courses/professional-ethics/restart");

        Assert.Matches(
            "没有读完|没有任务要求", (await person.GetPageAsync(answer.Headers.Location!.ToString())).QuerySelector(".flash")!.TextContent);
    }

    [Fact]
    public async Task A_head_is_told_at_home_how_many_of_theirs_are_missing_something_and_nobody_else_is()
    {
        var (head, employee) = (await academy.App.SignInAsync("B0001"), await academy.App.SignInAsync("E0001"));

        var told = (await head.GetPageAsync("/")).QuerySelector("#missing-people")!;

        var missing = (await head.GetPageAsync("/branch/people?missing=true")).QuerySelectorAll("tbody tr").Length;
        Assert.Contains($"还有 {missing} 人没有完成", told.TextContent, StringComparison.Ordinal);
        Assert.Equal("/branch", told.QuerySelector("a")!.GetAttribute("href"));
        Assert.Null((await employee.GetPageAsync("/")).QuerySelector("#missing-people"));
    }

    [Theory]
    [InlineData("zh-CN", "全部任务")]
    [InlineData("en", "All assignments")]
    public async Task The_dashboard_leads_to_all_assignments(string language, string words)
    {
        var person = await academy.App.SignInAsync("E0001");
        await person.PostFormAsync("/", "/preferences/language", ("language", language));

        Assert.Equal(words, (await person.GetPageAsync("/")).QuerySelector("a[href='/assignments']")!.TextContent);
    }

    private static async Task<string> TasksAsync(AcademyApp app, string number) =>
        (await (await app.SignInAsync(number)).GetPageAsync("/assignments")).QuerySelector("main")!.TextContent;

    private static Task<int> CountAsync(AcademyApp app) => app.InStoreAsync(db => db.Assignments.CountAsync());

    private static async Task<HttpResponseMessage> PostAsync(
        AcademyApp app, HttpClient trainer, string branch, params (string, string)[] more)
    {
        var course = await app.InStoreAsync(db => db.Courses.Where(c => c.Slug == "service-etiquette").Select(c => c.Id).SingleAsync());
        var unit = await app.InStoreAsync(db => db.Branches.Where(b => b.Code == branch).Select(b => b.Id).SingleAsync());
        return await trainer.PostFormAsync(New, New,
            [
                ("Form.Subject", $"Course-{course}"), ("Form.Branches", $"{unit}"), ("Form.StartsOn", "2026-11-24"),
                ("Form.DueOn", "2026-12-10"), ("Form.NewcomerDays", "14"), .. more,
            ]);
    }
}
