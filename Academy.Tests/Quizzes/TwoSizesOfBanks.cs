using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Quizzes;

/// <summary>An academy with a trainer's bank and one ten times as large; on each, a quiz that is being made and one in force.</summary>
public sealed class TwoSizesOfBanks(OpenedAcademy opened) : IAsyncLifetime
{
    /// <summary>How many questions each quiz draws.</summary>
    public const int Asked = 10;

    private const int Small = 60;

    public AcademyApp App { get; private set; } = null!;

    public HttpClient Trainer { get; private set; } = null!;

    public Actor Maker { get; private set; } = Actor.Academy;

    public IReadOnlyList<(long Draft, long Published)> Quizzes { get; private set; } = [];

    internal ReadTexts ReadTexts { get; } = new();

    public async ValueTask InitializeAsync()
    {
        App = new AcademyApp(opened, adjust: ReadTexts.Into);
        Trainer = await App.SignInAsync("T0001");
        Maker = await App.InStoreAsync(db =>
            db.Employees.Numbered("T0001").Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());
        Quizzes = [await AddAsync("small", Small), await AddAsync("large", 10 * Small)];
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<(long Draft, long Published)> AddAsync(string bank, int questions)
    {
        await FillAsync(bank, questions);
        var draft = new QuizDraft(
            new QuizTerms { Title = "小测", TimeLimit = TimeSpan.FromMinutes(20), PassPoints = Points.Of(30) },
            new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), [bank], Asked, [])], true, true));
        await using var scope = App.Services.CreateAsyncScope();
        var maker = scope.ServiceProvider.GetRequiredService<QuizMaker>();
        var ids = new List<long>();
        for (var n = 0; n < 2; n++)
            ids.Add((await maker.AddAsync(Maker, QuizMaker.NewSlug(), draft, CancellationToken.None)).QuizId!.Value);
        Assert.Null(await maker.PublishAsync(Maker, ids[1], draft.Fingerprint, CancellationToken.None));
        return (ids[0], ids[1]);
    }

    private Task<int> FillAsync(string slug, int questions) => App.InStoreAsync(async db =>
    {
        var (now, bank) = (App.Clock.GetUtcNow(), new Bank(slug) { OwnerId = Maker.Id });
        for (var n = 1; n <= questions; n++)
        {
            var text = Specimens.Single with { Stem = $"第 {n} 问：收缴假币时怎样告知？" };
            db.Add(new Question($"{slug}-{n}", bank)).Entity.Write(text, null, now).Approve(null, now);
        }

        return await db.SaveChangesAsync();
    });
}
