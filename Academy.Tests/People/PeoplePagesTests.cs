using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>The roll through the door, as an administrator without script uses it.</summary>
public sealed class PeoplePagesTests(OpenedAcademy opened, SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("q=su+yinghe", "E0042")]
    [InlineData("q=suying", "E0042")]
    [InlineData("q=%E8%8B%8F%E6%98%A0", "E0042")]
    [InlineData("q=e0042", "E0042")]
    [InlineData("role=auditor", "U0001")]
    [InlineData("q=E0042&branch=101&position=teller&employment=Active&account=Open", "E0042")]
    [InlineData("q=E0042&branch=200", "")]
    [InlineData("q=nobody", "")]
    [InlineData("branch=nowhere", "")]
    public async Task People_are_found(string query, string numbers)
    {
        var page = await (await academy.App.SignInAsync("A0001")).GetPageAsync($"/admin/people?{query}");
        Assert.Equal(numbers, string.Join(' ', page.QuerySelectorAll("tbody td:nth-child(2)").Select(cell => cell.TextContent)));
    }

    [Fact]
    public async Task The_list_reads_in_the_order_of_pinyin_and_pages()
    {
        var administrator = await academy.App.SignInAsync("A0001");
        var names = await NamesAsync(administrator, 1);
        Assert.Equal(20, names.Count);
        Assert.Equal("白雪梅", names[0]);
        Assert.Empty(names.Intersect(await NamesAsync(administrator, 2)));
        Assert.Equal(7, (await NamesAsync(administrator, 7)).Count);
    }

    [Fact]
    public async Task Bad_entries_are_named_and_nobody_is_added()
    {
        var administrator = await academy.App.SignInAsync("A0001");

        var page = await (await administrator.PostFormAsync(
            "/admin/people/new", "/admin/people/new", ("EmployeeNumber", "no digits"), ("Name", " \u200B\u202E"), ("PinyinKey", "曾"),
            ("BranchCode", "nowhere"), ("PositionSlug", ""))).ReadPageAsync();

        Assert.Equal(
            ["EmployeeNumber-error", "Name-error", "PinyinKey-error", "BranchCode-error", "PositionSlug-error"],
            page.QuerySelectorAll(".field-error").Select(e => e.Id));
        Assert.Equal(5, page.QuerySelectorAll("[role=alert] li").Length);
        Assert.Equal(127, await academy.App.InStoreAsync(db => db.Employees.CountAsync()));
    }

    [Fact]
    public async Task A_number_that_is_taken_is_refused_and_a_free_one_leads_to_the_person()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");

        var taken = await (await AddAsync(administrator, "e0042")).ReadPageAsync();
        Assert.Contains("这个工号已有人使用", taken.QuerySelector("#EmployeeNumber-error")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("/admin/people/N0001", (await AddAsync(administrator, "N0001")).Headers.Location?.ToString());
        var person = await administrator.GetPageAsync("/admin/people/N0001");
        Assert.Contains("已新增 曾可", person.QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("新增人员", person.QuerySelector("#changes-title")!.Closest("section")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_one_time_password_opens_only_the_page_that_changes_it()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");

        var answer = await administrator.PostShownAsync("/admin/people/E0042/password");
        var password = (await answer.ReadPageAsync()).QuerySelector("#one-time-password")!.TextContent;

        Assert.Null((await administrator.GetPageAsync("/admin/people/E0042/password")).QuerySelector("#one-time-password"));
        var person = await app.SignInAsync("E0042", password);
        Assert.Equal("/account/password", (await person.GetAsync("/")).Headers.Location?.ToString());
        Assert.Empty(await person.ChangePasswordAsync(password, "long-enough-7"));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("account", "Disable", "true")]
    [InlineData("employment", "Choice", "Left")]
    public async Task The_session_of_whoever_is_shut_out_ends(string page, string field, string value)
    {
        await using var app = new AcademyApp(opened);
        var person = await app.SignInAsync("E0042");
        var administrator = await app.SignInAsync("A0001");

        await administrator.PostShownAsync($"/admin/people/E0042/{page}", null, (field, value));
        app.Clock.Advance(Minute);

        Assert.True(await person.IsSignedOutAsync());
        Assert.NotNull(await app.NewClient().TryAsync("E0042", OpenedAcademy.Password));
    }

    [Fact]
    public async Task Somebody_on_leave_says_so_everywhere()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        await administrator.PostShownAsync("/admin/people/E0042/employment", null, ("Choice", "Maternity"));

        Assert.Contains(
            "产假",
            (await administrator.GetPageAsync("/admin/people?q=E0042")).QuerySelector("tbody")!.TextContent,
            StringComparison.Ordinal);
        var person = await administrator.GetPageAsync("/admin/people/E0042");
        Assert.Equal(2, person.QuerySelectorAll("#postings-title").Single().Closest("section")!.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("在职 → 休假", person.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_come_as_a_list_or_as_a_sheet_and_then_nobody_waits()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        await ForgetAsync(app, "E0001");
        var list = await administrator.PostShownAsync(
            "/admin/people/passwords?branch=100", "/admin/people/passwords", ("AsSheet", "false"));
        Assert.Single((await list.ReadPageAsync()).QuerySelectorAll("tbody .one-time"));

        await ForgetAsync(app, "E0001");
        var sheet = await administrator.PostShownAsync(
            "/admin/people/passwords?branch=100", "/admin/people/passwords", ("AsSheet", "true"));
        Assert.EndsWith("sheet", sheet.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
        Assert.Contains(
            "没有人等着", (await administrator.GetPageAsync("/admin/people/passwords?branch=100")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/people/E0042/details", "PinyinKey", "su yinghe")]
    [InlineData("/admin/branches/101", "EnglishName", "One")]
    [InlineData("/admin/positions/teller", "EnglishName", "Teller")]
    public async Task Who_was_faster_is_named_with_what_they_made_of_it_and_then_the_later_may_save(
        string address, string field, string value)
    {
        await using var app = new AcademyApp(opened);
        await app.InStoreAsync(async db =>
        {
            var role = (await db.Roles.SingleAsync(r => r.Name == Roles.Administrator)).Id;
            db.UserRoles.Add(new() { UserId = (await db.Employees.SingleAsync(e => e.UserName == "T0001")).Id, RoleId = role });
            return await db.SaveChangesAsync();
        });
        var (one, other) = (await app.SignInAsync("A0001"), await app.SignInAsync("T0001"));
        var seen = (await one.GetPageAsync(address)).QuerySelector("[name=Seen]")!.GetAttribute("value")!;
        await other.PostShownAsync(address, null, ("Name", "先改的"), (field, value));

        var late = await one.PostFormAsync(address, address, ("Name", "后改的"), (field, value), ("Seen", seen));

        var refused = await late.ReadPageAsync();
        Assert.Matches("顾知遥在.*(姓名|名称)：先改的", refused.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("后改的", refused.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal("先改的", (await one.GetPageAsync(address)).QuerySelector("#Name")!.GetAttribute("value"));

        var shown = refused.QuerySelector("[name=Seen]")!.GetAttribute("value")!;
        await one.PostFormAsync(address, address, ("Name", "后改的"), (field, value), ("Seen", shown));

        Assert.Equal("后改的", (await one.GetPageAsync(address)).QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task All_that_happened_since_the_page_was_opened_is_told_the_latest_first_and_no_more_than_a_few()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        const string Address = "/admin/people/E0042/details";
        await RenameAsync("从前的");
        var page = await administrator.GetPageAsync(Address);
        foreach (var name in new[] { "一改", "二改", "三改", "四改", "五改" }) await RenameAsync(name);

        var late = await (await administrator.PostSeenAsync(page, Address, ("Name", "后改的"), ("PinyinKey", "hou gai"))).ReadPageAsync();

        var said = late.QuerySelector("[role=alert]")!.TextContent;
        Assert.Matches("方砚秋在.*五改.*四改.*三改.*更早还有 2 次改动", said);
        Assert.DoesNotContain("二改", said, StringComparison.Ordinal);
        Assert.DoesNotContain("从前的", said, StringComparison.Ordinal);

        await RenameAsync("六改");
        var later = await (await administrator.PostSeenAsync(late, Address, ("Name", "后改的"), ("PinyinKey", "hou gai"))).ReadPageAsync();
        Assert.Matches("六改", later.QuerySelector("[role=alert]")!.TextContent);
        Assert.DoesNotContain("五改", later.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        Task<HttpResponseMessage> RenameAsync(string name) =>
            administrator.PostShownAsync(Address, null, ("Name", name), ("PinyinKey", "gai"));
    }

    [Fact]
    public async Task Who_has_no_pinyin_is_renamed_without_it()
    {
        await using var app = new AcademyApp(opened);
        await app.InStoreAsync(async db =>
        {
            var model = await db.Employees.SingleAsync(e => e.UserName == "E0042");
            db.Add(new Employee("N0042", "张三", model.BranchId, model.PositionId, new DateOnly(2026, 1, 1)));
            return await db.SaveChangesAsync();
        });
        var administrator = await app.SignInAsync("A0001");
        var form = await administrator.GetPageAsync("/admin/people/N0042/details");
        Assert.False(form.QuerySelector("#PinyinKey")!.HasAttribute("required"));

        var renamed = await administrator.PostShownAsync("/admin/people/N0042/details", null, ("Name", "张叁"), ("PinyinKey", ""));

        Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
        Assert.Equal("张叁", await app.InStoreAsync(db => db.Employees.Numbered("N0042").Select(e => e.PinyinKey).SingleAsync()));
    }

    [Theory]
    [InlineData("/admin/people/E0042/details", "PinyinKey", "Person", "E0042", "RolesChanged")]
    [InlineData("/admin/people/E0042/details", "PinyinKey", "Person", "E0042", "PasswordReset")]
    [InlineData("/admin/branches/101", "EnglishName", "Branch", "101", "PasswordsIssued")]
    public async Task Who_only_did_something_else_about_it_is_not_named(string address, string field, string kind, string key, string act)
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        var seen = (await administrator.GetPageAsync(address)).QuerySelector("[name=Seen]")!.GetAttribute("value")!;
        await administrator.PostShownAsync(address, null, ("Name", "先改的"), (field, "first"));
        await app.InStoreAsync(db =>
        {
            db.Add(new AuditEntry(
                new Actor(null, "B0001", "旁边的人"), app.Clock.GetUtcNow(), new Act(act), new AuditSubject(kind), key, "", null, null));
            return db.SaveChangesAsync();
        });

        var late = await administrator.PostFormAsync(address, address, ("Name", "后改的"), (field, "second"), ("Seen", seen));

        var said = (await late.ReadPageAsync()).QuerySelector("[role=alert]")!.TextContent;
        var name = await app.InStoreAsync(db => db.Employees.Where(e => e.UserName == "A0001").Select(e => e.Name).SingleAsync());
        Assert.Contains($"{name}在", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_left_as_it_was_does_not_end_a_leave_that_somebody_entered_meanwhile()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        const string Address = "/admin/people/E0042/employment";
        var seen = (await administrator.GetPageAsync(Address)).QuerySelector("[name=Seen]")!.GetAttribute("value")!;
        await administrator.PostShownAsync(Address, null, ("Choice", "Maternity"));

        var late = await administrator.PostFormAsync(Address, Address, ("Choice", "Active"), ("Seen", seen));

        Assert.Contains("改过", (await late.ReadPageAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Employment.OnLeave, await app.InStoreAsync(db =>
            db.Employees.Where(e => e.UserName == "E0042").Select(e => e.Employment).SingleAsync()));
    }

    [Fact]
    public async Task Somebody_whose_number_is_Chinese_is_changed_like_everybody()
    {
        await using var app = new AcademyApp(opened);
        await app.InStoreAsync(async db =>
        {
            var model = await db.Employees.SingleAsync(e => e.UserName == "E0042");
            db.Add(new Employee("临时1", "张三", model.BranchId, model.PositionId, new DateOnly(2026, 1, 1)));
            return await db.SaveChangesAsync();
        });
        var administrator = await app.SignInAsync("A0001");

        var answer = await administrator.PostShownAsync("/admin/people/临时1/details", null, ("Name", "李四"), ("PinyinKey", "li si"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var person = await administrator.GetPageAsync(answer.Headers.Location!.ToString());
        Assert.Contains("李四", person.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tree_counts_everybody_below_a_unit()
    {
        var page = await (await academy.App.SignInAsync("A0001")).GetPageAsync("/admin/branches");
        var total = page.QuerySelector("tbody tr td:last-child")!.TextContent;
        Assert.Equal(
            await academy.App.InStoreAsync(db => db.Employees.Employed().CountAsync()),
            int.Parse(total, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_cycle_is_refused_in_words()
    {
        var answer = await (await academy.App.SignInAsync("A0001")).PostFormAsync(
            "/admin/branches/100/parent", "/admin/branches/100/parent", ("ParentCode", "101"));
        Assert.Contains("不能移到自己", (await answer.ReadPageAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_administrator_is_on_the_trail()
    {
        using var folder = new TemporaryFolder();
        await using var academy = new EmptyAcademy(folder);
        await academy.CreateAdministratorAsync("100001", "printed-once-1");
        var entry = await academy.InStoreAsync(db => db.AuditEntries.SingleAsync());
        Assert.Equal((PeopleTrail.PersonAdded, null, "100001"), (entry.Act, entry.ActorId, entry.SubjectKey));
    }

    [Theory]
    [InlineData("/admin/people/E9999")]
    [InlineData("/admin/people/E9999/details")]
    [InlineData("/admin/branches/999")]
    [InlineData("/admin/positions/nothing")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await academy.App.SignInAsync("A0001")).GetAsync(address)).StatusCode);
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient administrator, string number) => administrator.PostFormAsync(
        "/admin/people/new", "/admin/people/new", ("EmployeeNumber", number), ("Name", "曾可"), ("PinyinKey", "Zeng  Ke"),
        ("BranchCode", "102"), ("PositionSlug", "teller"));

    private static async Task<List<string>> NamesAsync(HttpClient administrator, int page) =>
        [.. (await administrator.GetPageAsync($"/admin/people?page={page}")).QuerySelectorAll("tbody th").Select(cell => cell.TextContent)];

    private static Task<int> ForgetAsync(AcademyApp app, string number) => app.InStoreAsync(db =>
        db.Employees.Where(e => e.UserName == number).ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, (string?)null)));
}
