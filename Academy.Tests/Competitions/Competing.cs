using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Competitions;

/// <summary>Competitions in a store, by employee number.</summary>
internal static class Competing
{
    public const string Trainer = "T0001";

    extension(AcademyStore store)
    {
        public async Task<long> AddCompetitionAsync(CompetitionTerms terms)
        {
            var (id, refusals) = await store.ConveneAsync((convener, by) => convener.AddAsync(terms, by, None));
            Assert.Empty(refusals);
            return id!.Value;
        }

        /// <summary>A competition that everybody sees, and its events in their order.</summary>
        public async Task<(long Competition, IReadOnlyList<long> Events)> PublishCompetitionAsync(CompetitionTerms terms)
        {
            var id = await store.AddCompetitionAsync(terms);
            Assert.Null(await store.ConveneAsync((convener, by) => convener.PublishAsync(id, terms.AsSeen(), by, None)));
            return (id, await store.AskAsync((AcademyDb db) =>
                db.Set<Event>().Where(e => e.CompetitionId == id).OrderBy(e => e.Number).Select(e => e.Id).ToListAsync()));
        }

        public Task<(long? RunId, StartRefusal? Refusal)> EnterAsync(string number, long eventId) =>
            store.ConveneAsync((convener, by) => convener.StartAsync(by.Id!.Value, eventId, None), number);

        /// <summary>A try from its start to its end, at which the clock then stands.</summary>
        public async Task<long> CompeteAsync(
            string number, long eventId, int keys, Func<DrillTerms, IReadOnlyList<KeyStroke>>? hit = null)
        {
            var (started, refusal) = await store.EnterAsync(number, eventId);
            Assert.Null(refusal);
            var run = await store.RunAsync(started!.Value);
            var strokes = hit?.Invoke(run.Terms) ?? Typist.Hit(Typist.KeysOf(run.Terms, keys), 5, seed: keys);
            foreach (var (index, piece) in Typist.Send(strokes).Index())
            {
                store.Clock.SetUtcNow(run.StartedAt + (piece.ReceivedAt - Typist.Start));
                Assert.Null((await store.SendKeysAsync(number, run.Id, index + 1, piece.Keys)).Refusal);
            }

            Assert.Null(await store.FinishDrillAsync(number, run.Id));
            return run.Id;
        }

        public Task<Board> BoardAsync(Discipline discipline, Quarter quarter) => store.AskAsync((IServiceProvider unit) =>
            ((AcademyDb)unit.GetService(typeof(AcademyDb))!).BoardAsync(
                discipline, quarter, (BankZone)unit.GetService(typeof(BankZone))!, None));

        public Task<Board> BoardAsync(long eventId, BoardCopy copy) => store.AskAsync(async (AcademyDb db) =>
            await db.BoardAsync((await db.Set<Event>().SingleAsync(e => e.Id == eventId)).Drill, eventId, copy, None));

        public Task<long> IdOfAsync(string number) =>
            store.AskAsync((AcademyDb db) => db.Employees.Numbered(number).Select(e => e.Id).SingleAsync());

        public Task<T> ConveneAsync<T>(Func<Convener, Actor, Task<T>> act, string number = Trainer) =>
            store.AskAsync(async (IServiceProvider unit) =>
            {
                var db = (AcademyDb)unit.GetService(typeof(AcademyDb))!;
                var by = await db.Employees.Numbered(number).Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync();
                return await act((Convener)unit.GetService(typeof(Convener))!, by);
            });
    }
}
