using System.Text.Json;
using System.Text.Json.Serialization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What somebody does, with what was seen before anybody did anything; and what they are told of it.</summary>
internal sealed record Deed(string Name, Func<AcademyStore, Task<string>> DoAsync)
{
    private static readonly JsonSerializerOptions Words = new() { IncludeFields = true, ReferenceHandler = ReferenceHandler.IgnoreCycles };

    /// <summary>Who does it.</summary>
    public Type? Role { get; private init; }

    /// <summary>Whether it keeps others of its kind out until it is done, those of other processes, too: no two of them cross.</summary>
    public bool IsAlone { get; init; }

    public static Deed Of<TActor>(string name, Func<TActor, Task> act) where TActor : notnull =>
        new(name, store => store.AskAsync(async (TActor actor) =>
        {
            var acting = act(actor);
            await acting;
            return Tell(acting.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(acting));
        }))
        {
            Role = typeof(TActor),
        };

    public override string ToString() => Name;

    private static string Tell(object? answer) => answer is Employee person ? person.UserName! : JsonSerializer.Serialize(answer, Words);
}

/// <summary>Sets a scene: something that people are about to act on, and what each of them is about to do.</summary>
internal delegate Task<IReadOnlyList<Deed>> Scene(AcademyStore store);

internal static class Answers
{
    private static readonly DateTimeOffset Now = TestClock.Tuesday.AddHours(1);

    /// <summary>Hands an answer in, as the second change of its slot, to a scribe who is there for nothing else.</summary>
    public static async Task<AnswerOutcome> AnswerAsync(this Scribe scribe, long attempt, int slot, string? value)
    {
        await scribe.StartAsync(CancellationToken.None);
        var outcome = await scribe.WriteAsync(new SentAnswer(attempt, slot, 2, value, TimeSpan.Zero, Now), CancellationToken.None);
        await scribe.StopAsync(CancellationToken.None);
        return outcome;
    }
}

internal static class Looks
{
    public static Task<T> LookAsync<T>(this AcademyStore store, Func<AcademyDb, Task<T>> look) => store.AskAsync(look);

    public static Task<Actor> ActorAsync(this AcademyStore store, string number) => store.LookAsync(db =>
        db.Employees.Numbered(number).Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());

    public static async Task<long> IdAsync(this AcademyStore store, string number) => (await store.ActorAsync(number)).Id!.Value;

    public static Task<Branch> UnitAsync(this AcademyStore store, string code) =>
        store.LookAsync(db => db.Branches.AsNoTracking().SingleAsync(b => b.Code == code));

    public static Task<Position> PositionAsync(this AcademyStore store, string slug) =>
        store.LookAsync(db => db.Positions.AsNoTracking().SingleAsync(p => p.Slug == slug));

    public static Task<List<string>> RolesAsync(this AcademyStore store, long person) => store.LookAsync(db =>
        db.UserRoles.Where(r => r.UserId == person).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync());
}
