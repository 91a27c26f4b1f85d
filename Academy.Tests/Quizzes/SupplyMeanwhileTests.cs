using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Academy.Tests.Questions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

/// <summary>What a quiz draws from is what is there when the act is done, not when it was looked at.</summary>
public sealed class SupplyMeanwhileTests(OpenedAcademy opened)
{
    private const string Bank = "brought";
    private const string Key = "one";

    private static readonly QuizDraft Named = QuizDraftTests.Whole with
    {
        Terms = QuizDraftTests.Whole.Terms with { PassPoints = Points.Zero },
        Blueprint = new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), [Bank], 0, [Key])], true, true),
    };

    [Fact]
    public async Task A_published_quiz_does_not_come_to_name_a_question_that_went_while_it_was_looked_for()
    {
        var other = new Interruption();
        await using var store = new AcademyStore(opened, other.Into);
        await BringAsync(store);
        var quiz = await PublishedAsync(store, QuizDraftTests.Whole);
        other.Await("\"GradedUnder\"", () => store.TellAsync((AcademyDb db) => db.Questions
            .Where(q => q.Key == Key)
            .ExecuteUpdateAsync(set => set.SetProperty(q => q.RetiredAt, store.Clock.GetUtcNow()))));

        var actor = await new Desk(store).TrainerAsync();
        var refusals = await store.AskAsync((QuizMaker maker) => maker.EditAsync(actor, quiz.Id, quiz.Draft.Fingerprint, Named, default));

        Assert.Equal([QuizRefusal.TooFewQuestions], refusals);
    }

    [Fact]
    public async Task A_named_question_that_waits_where_nobody_sees_it_is_on_no_paper()
    {
        await using var store = new AcademyStore(opened);
        await BringAsync(store);
        var quiz = await PublishedAsync(store, Named);
        await store.TellAsync(async (AcademyDb db) =>
        {
            var room = db.Add(new Bank("~")).Entity;
            await db.SaveChangesAsync();
            await db.Questions.Where(q => q.Key == Key).ExecuteUpdateAsync(set => set.SetProperty(q => q.BankId, room.Id));
        });

        Assert.Equal((null, AttemptRefusal.TooFewQuestions), await store.StartAsync("E0001", quiz.Slug));
        Assert.NotEmpty(await store.AskAsync((AcademyDb db) => db.ShortagesAsync(Named.Blueprint, Named.Terms.MarkingScheme, default)));
    }

    private static Task BringAsync(AcademyStore store) => store.TellAsync(async (AcademyDb db) =>
    {
        var now = store.Clock.GetUtcNow();
        db.Add(new Question(Key, new Bank(Bank))).Entity.Write(Specimens.Single, null, now).Approve(null, now);
        await db.SaveChangesAsync();
    });

    private static async Task<Quiz> PublishedAsync(AcademyStore store, QuizDraft draft)
    {
        var actor = await new Desk(store).TrainerAsync();
        var (id, _) = await store.AskAsync((QuizMaker maker) => maker.AddAsync(actor, QuizMaker.NewSlug(), draft, default));
        Assert.Null(await store.AskAsync((QuizMaker maker) => maker.PublishAsync(actor, id!.Value, draft.Fingerprint, default)));
        return await store.AskAsync((AcademyDb db) => db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == id));
    }
}
