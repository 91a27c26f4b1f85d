using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Questions;

/// <summary>Those who keep banks, with the unit of work that they share.</summary>
internal sealed record Workroom(Librarian Librarian, Curator Curator, AcademyDb Db);

/// <summary>Two trainers and an administrator at work on banks, in a copy of the demonstration bank.</summary>
internal sealed class Study(OpenedAcademy opened) : IAsyncDisposable
{
    /// <summary>The trainer of the demonstration bank, another one, and an administrator.</summary>
    public const string Shen = "T0001";
    public const string Other = "E0001";
    public const string Administrator = "A0001";

    public AcademyStore Store { get; } = new(opened, services => services.AddScoped<Workroom>());

    public Task<T> LookAsync<T>(Func<AcademyDb, Task<T>> look) => Store.AskAsync(look);

    public Task<T> WorkAsync<T>(Func<Workroom, Task<T>> work) => Store.AskAsync(work);

    public async Task<Actor> ActorAsync(string number)
    {
        var person = await LookAsync(db => db.Employees.Numbered(number).SingleAsync());
        if (number == Other) await LookAsync(MakeTrainerAsync);
        return new Actor(person.Id, number, person.Name);
    }

    public async Task<BankUser> AuthorAsync(string number) => new((await ActorAsync(number)).Id!.Value, number == Administrator);

    public async Task<long> AddBankAsync(string owner, BankAccess access = BankAccess.Private, bool requiresReview = false)
    {
        var actor = await ActorAsync(owner);
        return (await WorkAsync(room =>
            room.Librarian.AddBankAsync(
                actor, Librarian.NewSlug(), new BankTerms("柜面业务", "", access, requiresReview), default))).BankId!.Value;
    }

    /// <summary>A draft by somebody, in a bank.</summary>
    public async Task<long> WriteAsync(string author, long bank, string key, QuestionText? text = null)
    {
        var actor = await ActorAsync(author);
        return await LookAsync(async db =>
        {
            await using var turn = await db.TakeTurnAsync(default);
            var found = await db.Banks.SingleAsync(b => b.Id == bank);
            var question = db.Add(new Question(key, found)).Entity;
            question.Write(text ?? Specimens.Single, actor.Id, TestClock.Tuesday);
            await db.SaveChangesAsync();
            await db.IndexQuestionsAsync([question.Id], default);
            await turn.CommitAsync(default);
            return question.Id;
        });
    }

    public Task<SeenQuestion> SeeAsync(long question) =>
        LookAsync(db => db.QuestionVersions.Latest().Where(v => v.QuestionId == question).Seen().SingleAsync());

    public async Task<CuratorOutcome> ActAsync(
        string number, long question, Func<Curator, Actor, IReadOnlyList<SeenQuestion>, Task<CuratorOutcome>> act)
    {
        var (actor, seen) = (await ActorAsync(number), await SeeAsync(question));
        return await WorkAsync(room => act(room.Curator, actor, [seen]));
    }

    public Task<CuratorOutcome> SendAsync(string number, long question) =>
        ActAsync(number, question, (curator, actor, some) => curator.SendForReviewAsync(actor, some, default));

    public Task<CuratorOutcome> ApproveAsync(string number, long question) =>
        ActAsync(number, question, (curator, actor, some) => curator.ApproveAsync(actor, some, default));

    public Task<Question> QuestionAsync(long id) => LookAsync(db => db.Questions.Whole().AsNoTracking().SingleAsync(q => q.Id == id));

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static async Task<int> MakeTrainerAsync(AcademyDb db)
    {
        var (person, role) = (
            await db.Employees.Numbered(Other).Select(e => e.Id).SingleAsync(),
            await db.Roles.Where(r => r.Name == Roles.Trainer).Select(r => r.Id).SingleAsync());
        if (await db.UserRoles.AnyAsync(held => held.UserId == person && held.RoleId == role)) return 0;
        db.UserRoles.Add(new IdentityUserRole<long> { UserId = person, RoleId = role });
        return await db.SaveChangesAsync();
    }
}
