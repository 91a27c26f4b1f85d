using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Tests.Hosting;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.People;

/// <summary>An import is done as it was shown, whole or not at all, and kept.</summary>
public sealed class RosterClerkTests(OpenedAcademy opened)
{
    private const string Heads = "工号,姓名,机构编号,岗位,状态\n";

    [Fact]
    public async Task New_people_come_with_the_role_of_employees_and_no_password()
    {
        await using var store = new AcademyStore(opened);
        Assert.Equal(RosterOutcome.Applied, await store.ImportAsync(Heads + "E9001,张三,101,柜员,产假\n"));
        await store.TellAsync<AcademyDb>(async db =>
        {
            var person = await db.Employees.Numbered("E9001").Include(e => e.Postings).SingleAsync();
            Assert.Equal(
                (null, "张三", Employment.OnLeave, LeaveKind.Maternity, 1),
                (person.PasswordHash, person.PinyinKey, person.Employment, person.Leave, person.Postings.Count));
            Assert.Equal(
                [Roles.Employee],
                await db.UserRoles
                    .Where(r => r.UserId == person.Id)
                    .Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!)
                    .ToListAsync());
        });
    }

    [Fact]
    public async Task A_move_keeps_the_posting_of_before_and_a_discharge_shuts_the_account()
    {
        await using var store = new AcademyStore(opened);
        await store.ImportAsync(Heads + "E0001,沈砚,100,会计主管,在岗\nE0002,某人,,,离职\n");
        await store.TellAsync<AcademyDb>(async db =>
        {
            var moved = await db.Employees.Numbered("E0001").Include(e => e.Postings).Include(e => e.Branch).SingleAsync();
            Assert.Equal(("100", 2), (moved.Branch.Code, moved.Postings.Count));
            var gone = await db.Employees.Numbered("E0002").SingleAsync();
            Assert.True(gone is { Employment: Employment.Left, IsDisabled: true });
        });
    }

    [Fact]
    public async Task Branches_are_added_under_each_other_and_a_subtree_follows_its_top()
    {
        await using var store = new AcademyStore(opened);
        await store.ImportAsync("机构编号,机构名称,上级机构编号,类别\n951,新点,950,网点\n950,新支行,000,支行\n100,城关支行,950,支行\n");
        var paths = await store.AskAsync<AcademyDb, Dictionary<string, string>>(db =>
            db.Branches.ToDictionaryAsync(b => b.Code, b => b.Path));
        Assert.Equal(("/000/950/951/", "/000/950/100/101/"), (paths["951"], paths["101"]));
    }

    [Fact]
    public async Task A_run_is_kept_with_its_steps_and_every_act_is_in_the_trail()
    {
        await using var store = new AcademyStore(opened);
        await store.ImportAsync(Heads + "E9001,张三,101,柜员,在岗\nE0001,沈砚,100,柜员,在岗\n");
        await store.TellAsync<AcademyDb>(async db =>
        {
            var run = await db.RosterRuns.Include(r => r.Steps).SingleAsync();
            Assert.True(run.IsApplied);
            Assert.Equal(
                [(2, RosterAction.AddPerson), (3, RosterAction.MovePerson)],
                run.Steps.OrderBy(s => s.Row).Select(s => (s.Row, s.Action)));
            Assert.Equal(
                [PeopleTrail.PersonAdded, PeopleTrail.PersonMoved, PeopleTrail.RosterImported],
                await db.AuditEntries.Where(e => e.ActorId != null).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());
        });
    }

    [Fact]
    public async Task The_trail_tells_of_an_import_in_the_words_of_the_forms()
    {
        await using var store = new AcademyStore(opened);
        await store.ImportAsync(Heads + "E9001,张三,101,柜员,在岗\nE0001,沈砚,200,柜员,在岗\n");
        await store.ImportAsync("机构编号,机构名称,上级机构编号,类别\n951,新点,100,网点\n");
        var trail = await store.AskAsync((AcademyDb db) => db.AuditEntries.AsNoTracking().ToListAsync());
        var (added, moved, unit) = (
            trail.Last(e => e.Act == PeopleTrail.PersonAdded), trail.Last(e => e.Act == PeopleTrail.PersonMoved),
            trail.Last(e => e.Act == PeopleTrail.BranchAdded));

        Assert.Equal(
            ["AccountDisabled", "Branch", "Employment", "Leave", "Name", "PinyinKey", "Position"],
            added.After.Keys.Order());
        Assert.StartsWith("200 ", moved.After["Branch"], StringComparison.Ordinal);
        Assert.Equal(["Closed", "EnglishName", "Kind", "Name", "Parent"], unit.After.Keys.Order());
        Assert.StartsWith("100 ", unit.After["Parent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_has_nothing_to_do()
    {
        await using var store = new AcademyStore(opened);
        var roster = Heads + "E9001,张三,101,柜员,产假\nE0001,沈砚,100,会计主管,在岗\nE0002,某人,,,离职\n";
        await store.ImportAsync(roster);
        Assert.Empty((await store.PlanAsync(await store.ReceiveAsync(roster))).Changes);
    }

    [Fact]
    public async Task A_run_is_applied_once()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.ReceiveAsync(Heads + "E9001,张三,101,柜员,在岗\n");
        var shown = (await store.PlanAsync(run)).Fingerprint;
        Assert.Equal(RosterOutcome.Applied, await store.ApplyAsync(run, shown));
        Assert.Equal(RosterOutcome.AppliedBefore, await store.ApplyAsync(run, shown));
    }

    [Fact]
    public async Task Two_applications_at_once_are_one()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.ReceiveAsync(Heads + "E9001,张三,101,柜员,在岗\nE0001,沈砚,100,会计主管,在岗\n");
        var shown = (await store.PlanAsync(run)).Fingerprint;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => store.ApplyAsync(run, shown))));

        Assert.Equal([RosterOutcome.Applied, RosterOutcome.AppliedBefore, RosterOutcome.AppliedBefore], outcomes.Order());
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.AuditEntries.CountAsync(e => e.Act == PeopleTrail.RosterImported)));
        Assert.Equal(2, (await store.CountAsync()).Steps);
    }

    [Fact]
    public async Task A_file_received_twice_at_once_is_one_run_until_it_is_applied()
    {
        await using var store = new AcademyStore(opened);
        const string roster = Heads + "E9001,张三,101,柜员,在岗\n";

        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => store.ReceiveAsync(roster))));

        var run = Assert.Single(runs.Distinct());
        await store.ApplyAsync(run, (await store.PlanAsync(run)).Fingerprint);
        Assert.NotEqual(run, await store.ReceiveAsync(roster));
    }

    [Fact]
    public async Task A_roll_that_changes_while_an_import_is_prepared_is_looked_at_again()
    {
        var meanwhile = new Meanwhile();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(meanwhile)));
        var run = await store.ReceiveAsync(Heads + "E9001,张三,101,柜员,在岗\nE0001,沈砚,100,会计主管,在岗\n");
        var shown = (await store.PlanAsync(run)).Fingerprint;

        meanwhile.Act = () => store.Execute("UPDATE Employees SET PinyinKey = 'zz' WHERE UserName = 'E0050'");
        Assert.Equal(RosterOutcome.Applied, await store.ApplyAsync(run, shown));

        var again = await store.ReceiveAsync(Heads + "E0001,沈砚,101,柜员,在岗\n");
        shown = (await store.PlanAsync(again)).Fingerprint;
        meanwhile.Act = () => store.Execute("UPDATE Employees SET Name = '沈墨' WHERE UserName = 'E0001'");
        Assert.Equal(RosterOutcome.Stale, await store.ApplyAsync(again, shown));
        Assert.Equal(("沈墨", "100"), await store.AskAsync((AcademyDb db) =>
            db.Employees.Numbered("E0001").Select(e => ValueTuple.Create(e.Name, e.Branch.Code)).SingleAsync()));
    }

    [Fact]
    public async Task Somebody_who_is_moved_to_a_new_unit_while_an_import_is_prepared_is_left_there()
    {
        var other = new Interruption();
        await using var store = new AcademyStore(opened, other.Into);
        var run = await store.ReceiveAsync(Heads + "E0001,沈墨,102,柜员,在岗\n");
        var shown = (await store.PlanAsync(run)).Fingerprint;

        other.Await("\"b\".\"Path\"", () => store.TellAsync(async (AcademyDb db) =>
        {
            var head = await db.Branches.SingleAsync(b => b.ParentId == null);
            var unit = db.Add(new Branch("960", "新区支行", "", BranchKind.Outlet, head)).Entity;
            await db.SaveChangesAsync();
            var person = await db.Employees.WithPosting().Numbered("E0001").SingleAsync();
            person.Move(unit.Id, person.PositionId, new DateOnly(2026, 11, 24));
            await db.SaveChangesAsync();
        }));

        Assert.Equal(RosterOutcome.Stale, await store.ApplyAsync(run, shown));
        Assert.Equal("960", await store.AskAsync((AcademyDb db) =>
            db.Employees.Numbered("E0001").Select(e => e.Branch.Code).SingleAsync()));
    }

    [Fact]
    public async Task A_roster_of_somebody_who_does_not_administer_discharges_nobody()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.ReceiveAsync(Heads + "A0001,方砚秋,000,柜员,离职\n", by: "E0001");
        var shown = (await store.PlanAsync(run, by: "E0001")).Fingerprint;

        Assert.Equal(RosterOutcome.MayNotAdminister, await store.ApplyAsync(run, shown, by: "E0001"));
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.Administrators().CountAsync()));
    }

    [Fact]
    public async Task What_would_be_something_else_than_shown_is_not_done()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.ReceiveAsync(Heads + "E9001,张三,101,柜员,在岗\n");
        var shown = (await store.PlanAsync(run)).Fingerprint;
        await store.ImportAsync(Heads + "E9001,张三,102,柜员,在岗\n");
        Assert.Equal(RosterOutcome.Stale, await store.ApplyAsync(run, shown));
        Assert.Equal(
            "102",
            await store.AskAsync<AcademyDb, string>(db => db.Employees.Numbered("E9001").Select(e => e.Branch.Code).SingleAsync()));
    }

    [Fact]
    public async Task A_fault_in_the_middle_leaves_nothing_behind()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.ReceiveAsync("机构编号,机构名称,上级机构编号,类别\n950,新支行,000,支行\n");
        await store.ImportAsync("机构编号,机构名称,上级机构编号,类别\n940,旧支行,000,支行\n");
        var people = await store.ReceiveAsync(Heads + string.Concat(Enumerable.Range(1, 1200).Select(n => $"E9{n:D4},张三,101,柜员,在岗\n")));
        store.Execute(
            "CREATE TRIGGER Fault BEFORE INSERT ON Employees WHEN NEW.UserName = 'E91100' BEGIN SELECT RAISE(ABORT, 'fault'); END");

        var before = await store.CountAsync();
        var shown = (await store.PlanAsync(people)).Fingerprint;
        await Assert.ThrowsAsync<SqliteException>(() => store.ApplyAsync(people, shown));
        Assert.Equal(before, await store.CountAsync());
        Assert.Equal(RosterOutcome.Applied, await store.ApplyAsync(run, (await store.PlanAsync(run)).Fingerprint));
    }

    [Fact]
    public async Task Random_rosters_leave_the_roll_that_a_plain_model_says()
    {
        await using var store = new AcademyStore(opened);
        string[] branches = ["000", "100", "101", "102"];
        string[] states = ["在岗", "产假", "长病假", "休假", "离职"];
        var model = new Dictionary<string, (string Name, string Branch, string State)>();
        var row = Gen.Select(Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 4]);
        var rosters = new List<(int, int, int, int)[]>();
        row.Array[1, 10].Sample(roster => { lock (rosters) rosters.Add(roster); }, iter: 40, threads: 1);
        foreach (var roster in rosters.Select(r => r.DistinctBy(p => p.Item1).ToList()))
        {
            foreach (var (number, name, branch, state) in roster)
            {
                var key = $"P{number}";
                if (states[state] != "离职") model[key] = ($"人{name}", branches[branch], states[state]);
                else if (model.TryGetValue(key, out var known)) model[key] = known with { State = "离职" };
            }

            await store.ImportAsync(
                Heads + string.Concat(roster.Select(r => $"P{r.Item1},人{r.Item2},{branches[r.Item3]},柜员,{states[r.Item4]}\n")));
            var roll = await store.AskAsync<AcademyDb, Dictionary<string, (string, string, string)>>(async db =>
                (await RosterSnapshot.TakeAsync(db, CancellationToken.None)).People
                    .Where(p => p.Number.StartsWith('P'))
                    .ToDictionary(p => p.Number, p => (p.Name, p.Branch, RosterWords.WordFor(p.State))));
            Assert.Equal(
                model.OrderBy(p => p.Key, StringComparer.Ordinal),
                roll
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .ToDictionary(p => p.Key, p => (p.Value.Item1, p.Value.Item2, p.Value.Item3)));
        }
    }
}
