using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Quizzes;

/// <summary>Papers are drawn from the numbers of versions: texts are read of what is asked or shown, however large the bank is.</summary>
public sealed class PaperTextsTests(TwoSizesOfBanks banks) : IClassFixture<TwoSizesOfBanks>
{
    /// <summary>Pages about a quiz that is being made or one that is published.</summary>
    public static TheoryData<string, int> Places => new()
    {
        { "/quizzes", 0 },
        { "/quizzes/{1}", 0 },
        { "/authoring/quizzes", 0 },
        { "/authoring/quizzes/{0}", 0 },
        { "/authoring/quizzes/{0}/publication", 0 },
        { "/authoring/quizzes/{0}/sections/1", Paging.UsualSize },
        { "/authoring/quizzes/{0}/preview", TwoSizesOfBanks.Asked },
    };

    [Theory, MemberData(nameof(Places))]
    public async Task A_page_about_a_quiz_reads_the_texts_that_it_shows(string place, int shown)
    {
        foreach (var (draft, published) in banks.Quizzes)
        {
            var address = string.Format(null, place, draft, published);
            Assert.Equal(shown, await banks.ReadTexts.CountAsync(() => banks.Trainer.GetPageAsync(address)));
        }
    }

    [Fact]
    public async Task Who_starts_has_the_texts_read_of_their_own_paper()
    {
        var person = await banks.App.SignInAsync("E0001");
        foreach (var (_, quiz) in banks.Quizzes)
        {
            Assert.Equal(TwoSizesOfBanks.Asked, await banks.ReadTexts.CountAsync(async () => Assert.StartsWith(
                "/attempts/",
                (await person.PostFormAsync($"/quizzes/{quiz}", $"/quizzes/{quiz}/start")).Headers.Location!.ToString(),
                StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Nobody_reads_a_text_to_find_out_whether_there_are_questions_enough()
    {
        await using var scope = banks.App.Services.CreateAsyncScope();
        var (db, maker) = (scope.ServiceProvider.GetRequiredService<AcademyDb>(), scope.ServiceProvider.GetRequiredService<QuizMaker>());
        foreach (var (_, id) in banks.Quizzes)
        {
            var draft = (await db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == id)).Draft;
            var longer = draft with { Blueprint = draft.Blueprint with { Sections = [draft.Blueprint.Sections[0] with { Draw = 400 }] } };

            Assert.Equal(0, await banks.ReadTexts.CountAsync(() =>
                maker.EditAsync(banks.Maker, id, draft.Fingerprint, longer, CancellationToken.None)));
            // The other tests find it as it was.
            await maker.EditAsync(banks.Maker, id, longer.Fingerprint, draft, CancellationToken.None);
        }
    }
}
