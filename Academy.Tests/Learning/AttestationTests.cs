using System.Net;
using Academy.Domain.Assignments;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Learning;

public sealed class AttestationTests(OpenedAcademy opened) : IAsyncDisposable
{
    private const string Course = "complaint-handling";
    private const string Page = $"/courses/{Course}/attestation";

    private readonly AcademyApp app = new(opened);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_signature_keeps_person_edition_time_branch_and_position_and_finishes_the_course()
    {
        var reader = await ReadAllAsync("E0001");

        await SignAsync("E0001", OpenedAcademy.Password);

        var signed = await app.InStoreAsync(db => db.Attestations.SingleAsync(a => a.EmployeeId == reader.Id));
        Assert.Equal(
            (1, reader.BranchId, reader.PositionId, app.Clock.GetUtcNow()),
            (signed.Edition, signed.BranchId, signed.PositionId, signed.SignedAt));
        Assert.Equal(1, await CompletionsAsync(reader.Id));
    }

    [Fact]
    public async Task The_wrong_password_signs_nothing_and_its_tries_count_as_at_the_door()
    {
        var reader = await ReadAllAsync("E0001");
        var client = await app.SignInAsync("E0001");
        for (var guess = 0; guess < Tries.MostTries; guess++)
            await client.PostFormAsync(Page, Page, ("Edition", "1"), ("Password", "wrong"));

        var answer = await client.PostFormAsync(Page, Page, ("Edition", "1"), ("Password", OpenedAcademy.Password));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("锁定", (await answer.ReadPageAsync()).QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.False(await app.InStoreAsync(db => db.Attestations.AnyAsync(a => a.EmployeeId == reader.Id)));
        Assert.Equal(0, await CompletionsAsync(reader.Id));
    }

    [Fact]
    public async Task Before_all_is_read_nothing_can_be_signed()
    {
        var reader = await app.InStoreAsync(db => db.Employees.Numbered("E0001").SingleAsync());
        var client = await app.SignInAsync("E0001");

        Assert.Null((await client.GetPageAsync(Page)).QuerySelector("#Password"));
        await client.PostFormAsync(Page, Page, ("Edition", "1"), ("Password", OpenedAcademy.Password));

        Assert.False(await app.InStoreAsync(db => db.Attestations.AnyAsync(a => a.EmployeeId == reader.Id)));
    }

    [Fact]
    public async Task A_second_time_says_when_it_was_signed_and_writes_nothing()
    {
        var reader = await ReadAllAsync("E0001");
        await SignAsync("E0001", OpenedAcademy.Password);

        await SignAsync("E0001", OpenedAcademy.Password);

        Assert.Contains(
            "2026-11-24",
            (await (await app.SignInAsync("E0001")).GetPageAsync(Page)).QuerySelector(".message.done")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(1, await app.InStoreAsync(db => db.Attestations.CountAsync(a => a.EmployeeId == reader.Id)));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_signs_once()
    {
        var reader = await ReadAllAsync("E0001");
        var client = await app.SignInAsync("E0001");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            client.PostFormAsync("/account/password", Page, ("Edition", "1"), ("Password", OpenedAcademy.Password)))));

        Assert.All(answers, answer => Assert.Equal(Page, answer.Headers.Location!.ToString()));
        Assert.Equal(1, await app.InStoreAsync(db => db.Attestations.CountAsync(a => a.EmployeeId == reader.Id)));
        Assert.Equal(1, await CompletionsAsync(reader.Id));
    }

    [Fact]
    public async Task An_edition_that_came_out_after_the_page_was_opened_is_not_signed_unseen()
    {
        var reader = await ReadAllAsync("E0001");
        var client = await app.SignInAsync("E0001");
        var seen = (await client.GetPageAsync(Page)).QuerySelector("[name=Edition]")?.GetAttribute("value") ?? "";
        await PublishAsync(AttestationRule.EachEdition);

        var answer = await client.PostFormAsync(Page, Page, ("Edition", seen), ("Password", OpenedAcademy.Password));

        Assert.Contains("第 2 版", (await answer.ReadPageAsync()).QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.False(await app.InStoreAsync(db => db.Attestations.AnyAsync(a => a.EmployeeId == reader.Id)));
    }

    [Theory]
    [InlineData(AttestationRule.EachEdition, true)]
    [InlineData(AttestationRule.Once, false)]
    public async Task A_new_edition_asks_again_where_the_course_says_so(AttestationRule rule, bool asks)
    {
        await ReadAllAsync("E0001");
        await SignAsync("E0001", OpenedAcademy.Password);

        await PublishAsync(rule);

        var client = await app.SignInAsync("E0001");
        Assert.Equal(asks, (await client.GetPageAsync(Page)).QuerySelector("#Password") is not null);
        Assert.Equal(asks, (await client.GetPageAsync($"/courses/{Course}")).QuerySelector(".next-step a[href$=attestation]") is not null);
    }

    [Fact]
    public async Task The_evidence_is_that_of_the_branch_of_the_day()
    {
        var reader = await ReadAllAsync("E0001");
        await SignAsync("E0001", OpenedAcademy.Password);
        var (old, other) = await app.InStoreAsync(async db =>
        {
            var branches = await db.Branches.Where(b => b.Kind == BranchKind.Outlet).ToListAsync();
            var mover = await db.Employees.WithPosting().SingleAsync(e => e.Id == reader.Id);
            var to = branches.First(b => b.Id != mover.BranchId);
            mover.Move(to.Id, mover.PositionId, new DateOnly(2026, 11, 25));
            await db.SaveChangesAsync();
            return (branches.Single(b => b.Id == reader.BranchId).Code, to.Code);
        });

        Assert.True(await IsListedAsync("U0001", $"unit={old}", "E0001"));
        Assert.False(await IsListedAsync("U0001", $"unit={other}", "E0001"));
        Assert.False(await IsListedAsync("U0001", $"unit={other}&missing=true", "E0001"));
    }

    [Fact]
    public async Task A_branch_head_sees_the_evidence_of_the_own_subtree_alone()
    {
        var head = await app.SignInAsync("B0001");
        var expected = await app.InStoreAsync(async db =>
        {
            var path = await db.Employees.Numbered("B0001").Select(e => e.Branch.Path).SingleAsync();
            return await db.Branches.Where(b => b.Path.StartsWith(path)).OrderBy(b => b.Path).Select(b => b.Code).ToListAsync();
        });

        var page = await head.GetPageAsync("/branch/attestations");

        Assert.Equal(expected, page.QuerySelectorAll("select[name=unit] option").Select(o => o.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/branch/attestations?unit=000")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/branch/attestations/export?unit=000")).StatusCode);
    }

    [Fact]
    public async Task Only_those_at_work_whom_the_course_is_assigned_to_are_missing()
    {
        string[] asked = ["大堂经理", "会计主管"];
        await ReadAllAsync("E0001");
        var page = await (await app.SignInAsync("B0001")).GetPageAsync("/branch/attestations?missing=true");
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[2].TextContent).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, position => Assert.Contains(position, asked));
        await app.InStoreAsync(async db =>
        {
            foreach (var assignment in await db.Assignments.ToListAsync()) assignment.Withdraw(new DateOnly(2026, 11, 24));
            return await db.SaveChangesAsync();
        });
        Assert.Empty((await (await app.SignInAsync("B0001")).GetPageAsync("/branch/attestations?missing=true")).QuerySelectorAll(
            "tbody tr"));
    }

    [Theory]
    [InlineData("UPDATE Attestations SET Edition = 9")]
    [InlineData("DELETE FROM Attestations")]
    public async Task The_store_changes_and_deletes_no_signature(string command) =>
        await Assert.ThrowsAsync<SqliteException>(() => app.InStoreAsync(db => db.Database.ExecuteSqlRawAsync(command)));

    private Task<int> PublishAsync(AttestationRule rule) => app.InStoreAsync(async db =>
    {
        var course = await db.Courses.Include(c => c.Editions).Include(c => c.Lessons).SingleAsync(c => c.Slug == Course);
        course.AskFor(rule);
        course.Publish(2, new DateOnly(2026, 11, 24), null, "", app.Clock.GetUtcNow());
        return await db.SaveChangesAsync();
    });

    private async Task<bool> IsListedAsync(string who, string query, string number) =>
        (await (await app.SignInAsync(who)).GetPageAsync($"/branch/attestations?{query}"))
            .QuerySelectorAll("tbody td").Any(cell => cell.TextContent == number);

    private async Task SignAsync(string number, string password)
    {
        var client = await app.SignInAsync(number);
        await client.PostFormAsync("/account/password", Page, ("Edition", "1"), ("Password", password));
    }

    private Task<int> CompletionsAsync(long employeeId) => app.InStoreAsync(async db =>
    {
        var id = await db.Courses.Where(c => c.Slug == Course).Select(c => c.Id).SingleAsync();
        return await db.Completions.CountAsync(c => c.EmployeeId == employeeId && c.SubjectKind == SubjectKind.Course && c.SubjectId == id);
    });

    private Task<Employee> ReadAllAsync(string number) => app.InStoreAsync(async db =>
    {
        var reader = await db.Employees.Numbered(number).SingleAsync();
        foreach (var lesson in await db.Lessons.InForce().Where(l => l.Course.Slug == Course).ToListAsync())
        {
            var progress = db.Add(new Progress(reader.Id, lesson.Id)).Entity;
            progress.Open(TestClock.Tuesday.AddHours(-2));
            Assert.Null(progress.Finish(LessonMeasure.Of(lesson), null, TestClock.Tuesday.AddHours(-1)));
        }

        await db.SaveChangesAsync();
        return reader;
    });
}
