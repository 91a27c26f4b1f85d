using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.People;

/// <summary>Joiners, movers, people on leave and leavers, with their postings and the trail of it.</summary>
public sealed class RegistrarTests : IAsyncDisposable
{
    private readonly Office office;

    public RegistrarTests(OpenedAcademy opened) => office = new Office(opened, services => services.AddScoped<Sight>());

    [Fact]
    public async Task A_newcomer_is_an_employee_without_a_password()
    {
        Assert.Null(await AddAsync("N0001"));
        Assert.Equal(RegistrarRefusal.NumberTaken, await AddAsync("n0001"));

        var person = await office.PersonAsync("N0001");
        Assert.Equal(
            ("曾可", "zeng ke", "102", "teller", null),
            (person.Name, person.PinyinKey, person.Branch.Code, person.Position.Slug, person.PasswordHash));
        Assert.Equal(office.Today, Assert.Single(await office.PostingsAsync("N0001")).From);
        Assert.Equal(
            [Roles.Employee],
            await office.Store.AskAsync((AcademyDb db) => db.UserRoles
                .Where(r => r.UserId == person.Id)
                .Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name)
                .ToListAsync()));
    }

    [Fact]
    public async Task Somebody_whom_the_same_form_has_entered_is_entered_until_they_are_changed()
    {
        Assert.Null(await AddAsync("N0001"));
        Assert.Null(await AddAsync("N0001"));
        Assert.Single(await office.PostingsAsync("N0001"));

        await office.MoveAsync("N0001", "201");

        Assert.Equal(RegistrarRefusal.NumberTaken, await AddAsync("N0001"));
    }

    [Fact]
    public async Task Postings_follow_each_other_without_a_gap()
    {
        await office.MoveAsync("E0042", "201");
        Wait(30);
        await office.LeaveAsync("E0042", LeaveKind.Maternity);
        Wait(120);
        await office.ReturnAsync("E0042");
        Wait(1);
        await office.DepartAsync("E0042");
        Wait(400);
        await office.RehireAsync("E0042", "301");

        var postings = await office.PostingsAsync("E0042");
        Assert.Equal(
            [
                (Employment.Active, null),
                (Employment.Active, null),
                (Employment.OnLeave, LeaveKind.Maternity),
                (Employment.Active, null),
                (Employment.Left, null),
                (Employment.Active, (LeaveKind?)null),
            ],
            postings.Select(p => (p.Employment, p.Leave)));
        Assert.Equal(postings.Skip(1).Select(p => (DateOnly?)p.From), postings.SkipLast(1).Select(p => p.Until));
        Assert.Null(postings[^1].Until);
    }

    [Fact]
    public async Task Several_changes_on_one_day_leave_one_posting()
    {
        var before = await office.PostingsAsync("E0042");
        await office.MoveAsync("E0042", "201");
        await office.LeaveAsync("E0042", LeaveKind.LongSick);
        await office.LeaveAsync("E0042", LeaveKind.Other);

        var postings = await office.PostingsAsync("E0042");
        Assert.Equal(before.Count + 1, postings.Count);
        Assert.Equal((office.Today, LeaveKind.Other), (postings[^1].From, postings[^1].Leave));
    }

    [Fact]
    public async Task A_change_counts_for_the_day_on_the_banks_clock()
    {
        // 23 November 16:30 in Greenwich is the 24th in Shanghai.
        office.Store.Clock.Advance(TimeSpan.FromHours(10.5));
        await office.MoveAsync("E0042", "201");
        Assert.Equal(new DateOnly(2026, 11, 25), (await office.PostingsAsync("E0042"))[^1].From);
    }

    [Fact]
    public async Task Attempts_of_somebody_who_moves_stay_with_the_branch_of_their_day()
    {
        var before = await BranchesOfAttemptsAsync("E0042");
        Assert.NotEmpty(before);
        Wait(1);
        await office.MoveAsync("E0042", "201");
        Assert.Equal(before, await BranchesOfAttemptsAsync("E0042"));
        Assert.DoesNotContain("201", before);
    }

    [Fact]
    public async Task Whoever_leaves_keeps_the_history_and_loses_the_account_until_taken_on_again()
    {
        Assert.Null(await office.DepartAsync("E0042"));
        Assert.True((await office.PersonAsync("E0042")).IsDisabled);
        Assert.Equal(RegistrarRefusal.HasLeft, await office.MoveAsync("E0042", "201"));
        Assert.Equal(RegistrarRefusal.HasLeft, await office.LeaveAsync("E0042", LeaveKind.Other));
        Assert.Equal(RegistrarRefusal.HasLeft, await office.DepartAsync("E0042"));

        Assert.Null(await office.RehireAsync("E0042", "201"));
        var person = await office.PersonAsync("E0042");
        Assert.Equal((false, Employment.Active, "201"), (person.IsDisabled, person.Employment, person.Branch.Code));
        Assert.Equal(RegistrarRefusal.HasNotLeft, await office.RehireAsync("E0042", "201"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_taken_on_again_is_an_employee_and_nothing_else(bool byRoster)
    {
        Assert.Null(await office.SetRolesAsync("E0042", [Roles.Administrator, Roles.Employee, Roles.Trainer]));
        Assert.Null(await office.DepartAsync("E0042"));

        if (byRoster) await office.Store.ImportAsync("工号,姓名,机构编号,岗位,状态\nE0042,单雄,201,柜员,在岗\n");
        else Assert.Null(await office.RehireAsync("E0042", "201"));

        Assert.Equal(Employment.Active, (await office.PersonAsync("E0042")).Employment);
        Assert.Equal([Roles.Employee], await office.RolesAsync("E0042"));
        var told = (await office.TrailAsync()).Last(e => e.Act == PeopleTrail.RolesChanged);
        Assert.Equal(
            ("E0042", "employee, trainer, administrator", "employee"), (told.SubjectKey, told.Before["Roles"], told.After["Roles"]));
    }

    [Fact]
    public async Task Who_has_left_meanwhile_is_not_taken_on_again_by_a_form_that_was_to_move_them()
    {
        var (actor, before) = (await office.AdministratorAsync(), await office.PersonAsync("E0042"));
        var (unit, post) = (await office.BranchAsync("201"), (await office.PositionAsync("teller")).Id);
        await office.DepartAsync("E0042");

        Assert.Equal(RegistrarRefusal.ChangedMeanwhile, await office.Store.AskAsync((Registrar registrar) =>
            registrar.RehireAsync(actor, before.Id, before.AsSeen(), unit, post, default)));
        Assert.Equal(Employment.Left, (await office.PersonAsync("E0042")).Employment);
    }

    [Fact]
    public async Task A_departure_from_a_form_of_before_a_change_is_refused()
    {
        var (actor, before) = (await office.AdministratorAsync(), await office.PersonAsync("E0042"));
        await office.MoveAsync("E0042", "201");

        Assert.Equal(RegistrarRefusal.ChangedMeanwhile, await office.Store.AskAsync((Registrar registrar) =>
            registrar.DischargeAsync(actor, before.Id, before.AsSeen(), default)));
        Assert.Equal(Employment.Active, (await office.PersonAsync("E0042")).Employment);
    }

    [Fact]
    public async Task Only_who_is_on_leave_returns_and_nobody_discharges_himself()
    {
        Assert.Equal(RegistrarRefusal.NotOnLeave, await office.ReturnAsync("E0042"));
        Assert.Equal(RegistrarRefusal.Oneself, await office.DepartAsync("A0001"));
    }

    [Fact]
    public async Task A_closed_branch_takes_nobody_in()
    {
        await office.Store.AskAsync(async (AcademyDb db) =>
        {
            (await db.Branches.SingleAsync(b => b.Code == "201")).Close(office.Store.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        Assert.Equal(RegistrarRefusal.BranchClosed, await office.MoveAsync("E0042", "201"));
    }

    [Fact]
    public async Task A_changed_name_changes_the_greeting_and_names_sort_by_the_pinyin_key()
    {
        await office.RegisterAsync("E0042", (registrar, actor, person) =>
            registrar.EditAsync(actor, person.Id, person.AsSeen(), "单雄", "aaa first", CancellationToken.None));
        Assert.Equal("单雄", (await office.PersonAsync("E0042")).GivenName);
        var keys = await office.Store.AskAsync((AcademyDb db) => db.Employees.InOrderOfNames().Select(e => e.PinyinKey).ToListAsync());
        Assert.Equal("aaa first", keys[0]);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public async Task Nobody_is_put_into_a_unit_that_was_closed_after_somebody_had_looked()
    {
        Assert.Null(await office.OrganizeAsync(async (organizer, actor) => await organizer.AddBranchAsync(
            actor, new BranchTerms("900", "新区支行", "", BranchKind.Outlet), await office.BranchAsync("000"), CancellationToken.None)));
        var (unit, post) = (await office.BranchAsync("900"), (await office.PositionAsync("teller")).Id);
        await office.DepartAsync("E0043");
        var (actor, mover, leaver) = (
            await office.AdministratorAsync(), await office.PersonAsync("E0042"), await office.PersonAsync("E0043"));

        await office.Store.TellAsync(async (Sight sight) =>
        {
            await sight.Db.Branches.LoadAsync();
            Assert.Null(await office.OrganizeAsync((organizer, by) => organizer.CloseBranchAsync(by, unit, CancellationToken.None)));
            var (registrar, ct) = (sight.Registrar, CancellationToken.None);
            Assert.Equal(RegistrarRefusal.BranchClosed, await registrar.MoveAsync(actor, mover.Id, mover.AsSeen(), unit, post, ct));
            Assert.Equal(RegistrarRefusal.BranchClosed, await registrar.RehireAsync(actor, leaver.Id, leaver.AsSeen(), unit, post, ct));
            Assert.Equal(
                RegistrarRefusal.BranchClosed,
                await registrar.AddAsync(actor, new Newcomer("N0001", "曾可", "zeng ke", unit, post), ct));
        });
    }

    [Fact]
    public async Task What_somebody_else_changed_after_it_was_shown_is_not_overwritten()
    {
        var seen = await office.PersonAsync("E0042");
        await office.MoveAsync("E0042", "201");
        var before = (await office.TrailAsync()).Count;

        Assert.Equal(RegistrarRefusal.ChangedMeanwhile, await office.RegisterAsync("E0042", (registrar, actor, person) =>
            registrar.MoveAsync(actor, person.Id, seen.AsSeen(), seen.BranchId, person.PositionId + 1, CancellationToken.None)));
        Assert.Equal(RegistrarRefusal.ChangedMeanwhile, await office.RegisterAsync("E0042", (registrar, actor, person) =>
            registrar.EditAsync(actor, person.Id, seen.AsSeen(), "单雄", "shan xiong", CancellationToken.None)));

        Assert.Equal("201", (await office.PersonAsync("E0042")).Branch.Code);
        Assert.Equal(before, (await office.TrailAsync()).Count);
    }

    [Fact]
    public async Task A_leave_that_somebody_else_has_entered_is_neither_replaced_nor_ended_unseen()
    {
        var seen = (await office.PersonAsync("E0042")).AsSeen();
        await office.LeaveAsync("E0042", LeaveKind.Maternity);
        var before = (await office.TrailAsync()).Count;

        Assert.Equal(RegistrarRefusal.ChangedMeanwhile, await SendAsync(LeaveKind.LongSick));
        Assert.Equal(RegistrarRefusal.ChangedMeanwhile, await office.RegisterAsync("E0042", (registrar, actor, person) =>
            registrar.TakeBackAsync(actor, person.Id, seen, CancellationToken.None)));
        Assert.Null(await SendAsync(LeaveKind.Maternity));

        Assert.Equal(LeaveKind.Maternity, (await office.PersonAsync("E0042")).Leave);
        Assert.Equal(before, (await office.TrailAsync()).Count);

        Task<RegistrarRefusal?> SendAsync(LeaveKind kind) => office.RegisterAsync("E0042", (registrar, actor, person) =>
            registrar.SendOnLeaveAsync(actor, person.Id, seen, kind, CancellationToken.None));
    }

    [Fact]
    public async Task Who_has_left_meanwhile_is_neither_moved_nor_taken_back()
    {
        var post = (await office.PositionAsync("teller")).Id;
        await office.LeaveAsync("E0042", LeaveKind.Other);
        var person = await office.PersonAsync("E0042");
        await office.DepartAsync("E0042");

        Assert.Equal(RegistrarRefusal.HasLeft, await office.RegisterAsync("E0042", (registrar, actor, _) =>
            registrar.MoveAsync(actor, person.Id, person.AsSeen(), person.BranchId, post, CancellationToken.None)));
        Assert.Equal(RegistrarRefusal.HasLeft, await office.ReturnAsync("E0042"));
        Assert.Equal(Employment.Left, (await office.PersonAsync("E0042")).Employment);
    }

    [Fact]
    public async Task Every_act_leaves_who_when_what_before_and_after()
    {
        await AddAsync("N0001");
        await office.MoveAsync("E0042", "201", "lobby-manager");
        await office.LeaveAsync("E0042", LeaveKind.Maternity);
        await office.ReturnAsync("E0042");
        await office.DepartAsync("E0042");
        await office.RehireAsync("E0042", "201");

        var trail = (await office.TrailAsync()).TakeLast(6).ToList();
        Assert.Equal(
            [
                PeopleTrail.PersonAdded, PeopleTrail.PersonMoved, PeopleTrail.PersonWentOnLeave, PeopleTrail.PersonReturned,
                PeopleTrail.PersonLeft, PeopleTrail.PersonReturned,
            ],
            trail.Select(e => e.Act));
        Assert.All(
            trail,
            entry => Assert.Equal(("A0001", TestClock.Tuesday, PeopleTrail.Person), (entry.ActorNumber, entry.At, entry.Subject)));
        Assert.Equal("201 鹤坪支行营业室", trail[1].After["Branch"]);
        Assert.Equal("大堂经理", trail[1].After["Position"]);
        Assert.Equal(["Branch", "Position"], trail[1].Before.Keys.Order());
        Assert.Equal("Maternity", trail[2].After["Leave"]);
    }

    [Fact]
    public async Task What_changes_nothing_leaves_no_trace()
    {
        var before = (await office.TrailAsync()).Count;
        var person = await office.PersonAsync("E0042");
        await office.MoveAsync("E0042", person.Branch.Code);
        Assert.Equal(before, (await office.TrailAsync()).Count);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private void Wait(int days) => office.Store.Clock.Advance(TimeSpan.FromDays(days));

    private async Task<RegistrarRefusal?> AddAsync(string number)
    {
        var newcomer = new Newcomer(
            number, "曾可", "zeng ke", await office.BranchAsync("102"), (await office.PositionAsync("teller")).Id);
        var actor = await office.AdministratorAsync();
        return await office.Store.AskAsync((Registrar registrar) => registrar.AddAsync(actor, newcomer, CancellationToken.None));
    }

    private Task<List<string>> BranchesOfAttemptsAsync(string number) => office.Store.AskAsync(async (AcademyDb db) =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        var branches = db.Branches;
        return await db.Attempts.Of(id).OrderBy(a => a.Id).Join(branches, a => a.BranchId, b => b.Id, (_, b) => b.Code).ToListAsync();
    });

    /// <summary>Somebody who has looked at the bank before acting on it.</summary>
    private sealed record Sight(Registrar Registrar, AcademyDb Db);
}
