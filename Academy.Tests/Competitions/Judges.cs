using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Competitions;

/// <summary>Judged events in a store, by employee number.</summary>
internal static class Judges
{
    public const string One = "J0001";
    public const string Other = "J0002";

    public static readonly DateTimeOffset Opens = TestClock.Tuesday.AddHours(1);

    /// <summary>Note counting before two judges for two days, the board still from six hours after the opening.</summary>
    public static readonly CompetitionTerms Counting = new(
        "点钞赛", "", Opens, Opens.AddDays(2), [new("counting-onefinger-300", 1, 2)], Opens.AddHours(6));

    public static SheetValues Bundles(int bundles, params (string Key, int Figure)[] others) =>
        new(others.Append(("bundles", bundles)).ToDictionary(figure => figure.Item1, figure => figure.Item2));

    extension(AcademyStore store)
    {
        public Task<T> RefereeAsync<T>(string number, Func<Referee, Actor, Task<T>> act) =>
            store.AskAsync(async (IServiceProvider unit) =>
                await act((Referee)unit.GetService(typeof(Referee))!, await ActorAsync(unit, number)));

        public Task<T> MarshalAsync<T>(string number, Func<Marshal, Actor, Task<T>> act) =>
            store.AskAsync(async (IServiceProvider unit) =>
                await act((Marshal)unit.GetService(typeof(Marshal))!, await ActorAsync(unit, number)));

        /// <summary>One with a judged event that has just opened.</summary>
        public async Task<(long Competition, long Event)> PublishJudgedAsync(CompetitionTerms? terms = null)
        {
            var (competition, events) = await store.PublishCompetitionAsync(terms ?? Counting);
            store.Clock.SetUtcNow(Opens);
            return (competition, events[0]);
        }

        /// <summary>Somebody of whom both judges have counted so many bundles.</summary>
        public async Task<long> JudgedAsync(long held, string number, int bundles, bool isRanked = true)
        {
            var contestant = await store.EnterJudgedAsync(held, number, by: Competing.Trainer, isRanked);
            await store.JudgeAsync(One, contestant, Bundles(bundles));
            await store.JudgeAsync(Other, contestant, Bundles(bundles));
            return contestant;
        }

        /// <summary>Enters somebody, by themselves unless somebody else is named; the number of the contestant.</summary>
        public async Task<long> EnterJudgedAsync(long held, string number, string? by = null, bool isRanked = true)
        {
            var id = await store.IdOfAsync(number);
            Assert.Null(await store.MarshalAsync(by ?? number, (marshal, actor) => marshal.EnterAsync(held, [id], isRanked, actor, None)));
            return await store.AskAsync((AcademyDb db) =>
                db.Set<Contestant>().Entered().Where(c => c.EventId == held && c.EmployeeId == id).Select(c => c.Id).SingleAsync());
        }

        public Task<SheetOutcome> WriteSheetAsync(string judge, long contestant, int revision, SheetValues values) =>
            store.RefereeAsync(judge, (referee, by) => referee.WriteAsync(contestant, new SentSheet(revision, values), by, None));

        public Task<SheetRefusal?> HandSheetInAsync(string judge, long contestant, int revision = 1) =>
            store.RefereeAsync(judge, (referee, by) => referee.HandInAsync(contestant, revision, by, None));

        /// <summary>A judge's sheet from the first figure until it is handed in.</summary>
        public async Task JudgeAsync(string judge, long contestant, SheetValues values)
        {
            Assert.Null((await store.WriteSheetAsync(judge, contestant, 1, values)).Refusal);
            Assert.Null(await store.HandSheetInAsync(judge, contestant));
        }

        public Task<SettlementRefusal?> SettleAsync(string by, long contestant, SheetValues agreed, string reason = "当面复点") =>
            store.RefereeAsync(by, (referee, actor) => referee.SettleAsync(contestant, agreed, reason, actor, Office.Here, None));

        public Task<Contestant> ContestantAsync(long contestant) =>
            store.AskAsync((AcademyDb db) => db.Set<Contestant>().AsNoTracking().SingleAsync(c => c.Id == contestant));
    }

    private static async Task<Actor> ActorAsync(IServiceProvider unit, string number) =>
        await ((AcademyDb)unit.GetService(typeof(AcademyDb))!).Employees.Numbered(number)
            .Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync();
}
