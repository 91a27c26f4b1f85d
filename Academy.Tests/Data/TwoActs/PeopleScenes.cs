using System.Text;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done about one person, and about some units.</summary>
internal static class PeopleScenes
{
    private const string Number = "E0042";

    /// <summary>One of two administrators, who has not used the first password yet.</summary>
    public static async Task<IReadOnlyList<Deed>> PersonAsync(AcademyStore store)
    {
        var (head, id, postId) = (await store.ActorAsync("A0001"), await store.IdAsync(Number), (await store.PositionAsync("teller")).Id);
        var (near, far) = ((await store.UnitAsync("102")).Id, (await store.UnitAsync("201")).Id);
        var first = (await store.FindAsync(id)).AccountAsSeen();
        await store.TellAsync((AccountKeeper keeper) => keeper.ResetPasswordAsync(head, id, first, None));
        await store.TellAsync((AccountKeeper keeper) => keeper.SetRolesAsync(
            head, id, RolesFacts.Of([Roles.Employee]).AsSeen(), [Roles.Employee, Roles.Administrator], None));
        var (person, other) = (await store.FindAsync(id), await store.ActorAsync(Number));
        var (seen, account, hash) = (person.AsSeen(), person.AccountAsSeen(), person.PasswordHash!);
        var (lockedAt, headSeen) = (person.LockAsSeen(), (await store.FindAsync(head.Id!.Value)).AsSeen());
        var leaver = await store.LookAsync(db => db.Employees.WithPosting().AsNoTracking().SingleAsync(e => e.Id == id));
        leaver.Depart(new DateOnly(2026, 11, 24), TestClock.Tuesday);
        var gone = leaver.AsSeen();
        var roles = RolesFacts.Of(await store.RolesAsync(id)).AsSeen();
        var waiting = (await store.LookAsync(db => db.WaitingForPasswordAsync(person.BranchId, true, None))).AsSeen();
        var roster = Encoding.UTF8.GetBytes($"工号,姓名,机构编号,岗位,状态\n{Number},单雄,301,柜员,在岗\n");
        var run = await store.AskAsync(async (RosterClerk clerk) =>
            (await clerk.ReceiveAsync("roster.csv", roster, false, head, None)).RunId!.Value);
        var plan = (await store.AskAsync((RosterClerk clerk) => clerk.PlanAsync(run, head, None))).Fingerprint;
        return
        [
            Deed.Of<Registrar>("rename", role => role.EditAsync(head, id, seen, "单雄", "shan xiong", None)),
            Deed.Of<Registrar>("rename otherwise", role => role.EditAsync(other, id, seen, "苏映荷", "su yinghe", None)),
            Deed.Of<Registrar>("move near", role => role.MoveAsync(head, id, seen, near, postId, None)),
            Deed.Of<Registrar>("move far", role => role.MoveAsync(other, id, seen, far, postId, None)),
            Deed.Of<Registrar>("send on leave", role => role.SendOnLeaveAsync(head, id, seen, LeaveKind.Maternity, None)),
            Deed.Of<Registrar>("send on another leave", role => role.SendOnLeaveAsync(other, id, seen, LeaveKind.LongSick, None)),
            Deed.Of<Registrar>("take back", role => role.TakeBackAsync(head, id, seen, None)),
            Deed.Of<Registrar>("discharge", role => role.DischargeAsync(head, id, seen, None)),
            Deed.Of<Registrar>("rehire", role => role.RehireAsync(head, id, gone, near, postId, None)),
            Deed.Of<Registrar>("discharge the other administrator", role => role.DischargeAsync(other, head.Id!.Value, headSeen, None)),
            Deed.Of<AccountKeeper>("disable", role => role.DisableAsync(head, id, None)),
            Deed.Of<AccountKeeper>("enable", role => role.EnableAsync(head, id, None)),
            Deed.Of<AccountKeeper>("make no administrator", role => role.SetRolesAsync(head, id, roles, [Roles.Employee], None)),
            Deed.Of<AccountKeeper>("make the other no administrator", role => role.SetRolesAsync(
                other, head.Id!.Value, roles, [Roles.Employee], None)),
            Deed.Of<AccountKeeper>("reset the password", role => role.ResetPasswordAsync(head, id, account, None)),
            Deed.Of<AccountKeeper>("unlock", role => role.UnlockAsync(head, id, lockedAt, None)),
            Deed.Of<AccountKeeper>("rescue", role => role.RescueAsync(Number, None)),
            Deed.Of<AccountKeeper>("issue passwords", role => role.IssuePasswordsAsync(head, person.BranchId, true, waiting, None)),
            Deed.Of<AccountKeeper>("choose a password", role => role.ChoosePasswordAsync(
                id, hash, "long-enough-7", Office.Here, None)),
            Deed.Of<RosterClerk>("import a roster", role => role.ApplyAsync(run, plan, head, None)),
        ];
    }

    /// <summary>Two units, one of which has a unit below it and one that is closed, with nobody in them.</summary>
    public static async Task<IReadOnlyList<Deed>> UnitsAsync(AcademyStore store)
    {
        var (head, root) = (await store.ActorAsync("A0001"), (await store.UnitAsync("000")).Id);
        foreach (var (code, parent) in new[] { ("910", "000"), ("920", "000"), ("921", "920"), ("922", "920") })
        {
            var parentId = (await store.UnitAsync(parent)).Id;
            await store.TellAsync((Organizer organizer) => organizer.AddBranchAsync(head, Terms(code, "新设支行"), parentId, None));
        }

        var (one, two) = (await store.UnitAsync("910"), await store.UnitAsync("920"));
        var (below, closed) = (await store.UnitAsync("921"), await store.UnitAsync("922"));
        await store.TellAsync((Organizer organizer) => organizer.CloseBranchAsync(head, closed.Id, None));
        var (person, post) = (await store.FindAsync(await store.IdAsync(Number)), await store.PositionAsync("teller"));
        var newcomer = new Newcomer("N0001", "曾可", "zeng ke", below.Id, post.Id);
        return
        [
            Deed.Of<Organizer>("one under the other", role => role.MoveBranchAsync(head, one.Id, one.AsSeen(), two.Id, None)),
            Deed.Of<Organizer>("the other under one", role => role.MoveBranchAsync(head, two.Id, two.AsSeen(), one.Id, None)),
            Deed.Of<Organizer>("one under the lower", role => role.MoveBranchAsync(head, one.Id, one.AsSeen(), below.Id, None)),
            Deed.Of<Organizer>("the lower under one", role => role.MoveBranchAsync(head, below.Id, below.AsSeen(), one.Id, None)),
            Deed.Of<Organizer>("the lower to the top", role => role.MoveBranchAsync(head, below.Id, below.AsSeen(), root, None)),
            Deed.Of<Organizer>("close one", role => role.CloseBranchAsync(head, one.Id, None)),
            Deed.Of<Organizer>("close the other", role => role.CloseBranchAsync(head, two.Id, None)),
            Deed.Of<Organizer>("close the lower", role => role.CloseBranchAsync(head, below.Id, None)),
            Deed.Of<Organizer>("reopen", role => role.ReopenBranchAsync(head, closed.Id, None)),
            Deed.Of<Organizer>("rename one", role => role.RenameBranchAsync(head, one.Id, one.AsSeen(), "东门支行", "East", None)),
            Deed.Of<Organizer>("rename it otherwise", role => role.RenameBranchAsync(head, one.Id, one.AsSeen(), "西门支行", "West", None)),
            Deed.Of<Organizer>("add below one", role => role.AddBranchAsync(head, Terms("930", "东门"), one.Id, None)),
            Deed.Of<Organizer>("add the same below the lower", role => role.AddBranchAsync(head, Terms("930", "西门"), below.Id, None)),
            Deed.Of<Organizer>("rename a position", role => role.RenamePositionAsync(
                head, post.Id, post.AsSeen(), "综合柜员", "Clerk", None)),
            Deed.Of<Organizer>("rename the position otherwise", role => role.RenamePositionAsync(
                head, post.Id, post.AsSeen(), "窗口柜员", "Teller", None)),
            Deed.Of<Registrar>("move somebody there", role => role.MoveAsync(head, person.Id, person.AsSeen(), one.Id, post.Id, None)),
            Deed.Of<Registrar>("enter somebody there", role => role.AddAsync(head, newcomer, None)),
        ];
    }

    private static BranchTerms Terms(string code, string name) => new(code, name, "", BranchKind.Outlet);

    private static Task<Employee> FindAsync(this AcademyStore store, long id) =>
        store.LookAsync(db => db.Employees.AsNoTracking().SingleAsync(e => e.Id == id));
}
