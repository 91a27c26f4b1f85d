using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Competitions;

/// <summary>Objections in a store, by employee number.</summary>
internal static class Hearings
{
    public const string Text = "第二次成绩漏记了一行";

    extension(AcademyStore store)
    {
        public Task<T> CommitteeAsync<T>(string number, Func<Committee, Actor, Task<T>> act) =>
            store.AskAsync(async (IServiceProvider unit) =>
            {
                var db = (AcademyDb)unit.GetService(typeof(AcademyDb))!;
                var by = await db.Employees.Numbered(number).Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync();
                return await act((Committee)unit.GetService(typeof(Committee))!, by);
            });

        public Task<ObjectionRefusal?> RaiseAsync(string number, long held, string text = Text) =>
            store.CommitteeAsync(number, (committee, by) => committee.RaiseAsync(held, text, by, None));

        /// <summary>Somebody who judges and has decided on nothing yet, each number another.</summary>
        public async Task<string> ChairAsync(int number)
        {
            var chair = $"E{20 + number:D4}";
            var id = await store.IdOfAsync(chair);
            return await store.AskAsync(async (AcademyDb db) =>
            {
                var judge = await db.Roles.Where(r => r.Name == Roles.Judge).Select(r => r.Id).SingleAsync();
                db.Add(new IdentityUserRole<long> { UserId = id, RoleId = judge });
                await db.SaveChangesAsync();
                return chair;
            });
        }

        /// <summary>The number of an objection that somebody raises.</summary>
        public async Task<long> ObjectAsync(string number, long held)
        {
            Assert.Null(await store.RaiseAsync(number, held));
            return await store.AskAsync((AcademyDb db) => db.Objections.OrderBy(o => o.Id).Select(o => o.Id).LastAsync());
        }

        public async Task<RankEffect> EffectAsync(long held, ResultChange change)
        {
            var (effect, refusal) = await store.AskAsync((AcademyDb db) => db.EffectOfAsync(held, change, None));
            Assert.Null(refusal);
            return effect!;
        }

        public async Task<ObjectionRefusal?> NoEffectAsync(long held, ResultChange change)
        {
            var (effect, refusal) = await store.AskAsync((AcademyDb db) => db.EffectOfAsync(held, change, None));
            Assert.Null(effect);
            return refusal;
        }

        public Task<ObjectionRefusal?> AcceptAsync(string by, long objection, ResultChange change, string seen) =>
            store.CommitteeAsync(by, (committee, actor) =>
                committee.AcceptAsync(objection, change, seen, "看过录像", actor, Office.Here, None));

        /// <summary>Looks at the effect and accepts with it.</summary>
        public async Task<RankEffect> AcceptAsync(string by, long held, long objection, ResultChange change)
        {
            var effect = await store.EffectAsync(held, change);
            Assert.Null(await store.AcceptAsync(by, objection, change, effect.AsSeen()));
            return effect;
        }

        public Task<ObjectionRefusal?> RejectAsync(string by, long objection) => store.CommitteeAsync(by, (committee, actor) =>
            committee.RejectAsync(objection, "核对过原始记录", actor, Office.Here, None));
    }
}
