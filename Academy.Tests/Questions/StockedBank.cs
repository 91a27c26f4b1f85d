using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

/// <summary>A trainer's private bank of 45 drafts, made through the door.</summary>
public sealed class StockedBank(OpenedAcademy opened) : IAsyncLifetime
{
    public AcademyApp App { get; } = new(opened);

    public HttpClient Trainer { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Trainer = await App.SignInAsync("T0001");
        Address = (await Trainer.PostFormAsync(
            "/authoring/banks/new",
            "/authoring/banks/new",
            ("Form.Title", "柜面业务"),
            ("Form.Access", "Private"),
            ("Form.RequiresReview", "true"))).Headers.Location!.ToString();
        await App.InStoreAsync(async db =>
        {
            var author = await db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync();
            var found = await db.Banks.SingleAsync(b => b.Title == "柜面业务");
            for (var n = 1; n <= 45; n++)
            {
                var question = db.Add(new Question($"GM-{n:000}", found)).Entity;
                question.Write(
                    Specimens.Single with
                    {
                        Stem = $"第 {n} 问：收缴假币时怎样告知？",
                        Difficulty = 1 + (n % 3),
                        Explanation = n == 7 ? Prose.Empty : "见办法。",
                        Topic = n == 8 ? null : "manners/greeting",
                    },
                    author,
                    TestClock.Tuesday);
                question.Tag(n % 2 == 0 ? ["四季度"] : [], []);
            }

            await db.SaveChangesAsync();
            await using var turn = await db.TakeTurnAsync(default);
            await db.IndexBankAsync(found.Slug, default);
            await turn.CommitAsync(default);
            return 0;
        });
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
