using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done at the door: about one person's password and sessions.</summary>
internal static class DoorScenes
{
    private const string Number = "E0042";
    private const string Right = OpenedAcademy.Password;

    /// <summary>Somebody who is in twice, has long been in somewhere else, and comes once more.</summary>
    public static async Task<IReadOnlyList<Deed>> DoorAsync(AcademyStore store)
    {
        var (head, actor) = (await store.ActorAsync("A0001"), await store.ActorAsync(Number));
        var person = await store.LookAsync(db => db.Employees.AsNoTracking().Numbered(Number).SingleAsync());
        var (id, stamp, seen) = (person.Id, person.SecurityStamp!, person.AsSeen());
        await BeginAsync("old");
        var longAgo = TestClock.Tuesday - Session.Kept - TimeSpan.FromDays(1);
        await store.LookAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, longAgo)));
        store.Clock.Advance(TimeSpan.FromMinutes(50));
        var (counter, office) = (await BeginAsync("counter"), await BeginAsync("office"));
        var one = await store.LookAsync(db => db.Sessions.Where(s => s.Device == "office").Select(s => s.Id).SingleAsync());
        return
        [
            Deed.Of<Doorkeeper>("sign in", role => RefusalAsync(role.AdmitAsync(Number, Right, Office.Here, None))),
            Deed.Of<Doorkeeper>("sign in with a wrong password", role => RefusalAsync(role.AdmitAsync(Number, "guess", Office.Here, None))),
            Deed.Of<Doorkeeper>("say the password", role => RefusalAsync(role.ConfirmAsync(Number, Right, Office.Here, None))),
            Deed.Of<Porter>("begin a session", role => role.BeginAsync(id, stamp, At("phone"), null, None)),
            Deed.Of<Porter>("begin one in place of another", role => role.BeginAsync(id, stamp, At("counter"), counter, None)),
            Deed.Of<Porter>("sign out", role => role.TakeLeaveAsync(actor, counter, Office.Here, None)),
            Deed.Of<Porter>("sign out elsewhere", role => role.TakeLeaveAsync(actor, office, Office.Here, None)),
            Deed.Of<Porter>("end the others", role => role.EndOthersAsync(actor, null, counter, Office.Here, None)),
            Deed.Of<Porter>("end one", role => role.EndOthersAsync(actor, one, counter, Office.Here, None)),
            Deed.Of<Porter>("write down who is there", role => role.WriteDownAsync(None)),
            Deed.Of<Porter>("forget the old ones", role => role.ForgetAsync(None)),
            Deed.Of<AccountKeeper>("disable", role => role.DisableAsync(head, id, None)),
            Deed.Of<AccountKeeper>("choose a password", role => role.ChoosePasswordAsync(
                id, person.PasswordHash!, "long-enough-7", Office.Here, None)),
            Deed.Of<Registrar>("discharge", role => role.DischargeAsync(head, id, seen, None)),
        ];

        Task<string> BeginAsync(string device) =>
            store.AskAsync((Porter porter) => porter.BeginAsync(id, stamp, At(device), null, None));
    }

    private static Whereabouts At(string device) => new("10.1.0.7", device);

    /// <summary>What somebody at the door is told; the person as they were before the turn is not part of it.</summary>
    private static async Task<AdmissionRefusal?> RefusalAsync(Task<Admission> admission) => (await admission).Refusal;
}
