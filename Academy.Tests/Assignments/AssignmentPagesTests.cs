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

        Assert.Contains("已经有人安排过", (await again.ReadPageAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(app));
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
