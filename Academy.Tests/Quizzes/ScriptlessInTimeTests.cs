using Academy.Tests.Hosting;

namespace Academy.Tests.Quizzes;

/// <summary>A quiz taken with plain form posts while the clock of the academy goes on.</summary>
public sealed class ScriptlessInTimeTests(OpenedAcademy opened) : IAsyncLifetime
{
    private readonly AcademyApp app = new(opened);
    private Examinee examinee = null!;

    public async ValueTask InitializeAsync() => examinee = await Examinee.SeatAsync(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Saving_again_writes_only_what_changed()
    {
        await examinee.PostAsync(
            examinee.Page, [.. (await examinee.OpenAsync()).Fields(), examinee.Checked(1, "b"), examinee.Checked(2, "b")]);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var fields = (await examinee.OpenAsync()).Fields();

        await examinee.PostAsync(examinee.Page, [.. fields.Where(f => f.Key is not "slot-2"), examinee.Checked(2, "d")]);

        Assert.Equal([(1, 1, "\"b\""), (2, 2, "\"d\"")], await examinee.StoredAsync());
        Assert.Equal(TestClock.Tuesday, (await examinee.PaperAsync()).Responses.Single(r => r.Slot == 1).SavedAt);
    }

    [Fact]
    public async Task After_the_deadline_the_page_does_not_say_that_an_answer_was_saved()
    {
        var fields = (await examinee.OpenAsync()).Fields();
        app.Clock.Advance(TimeSpan.FromMinutes(20));

        var page = await (await examinee.PostAsync(examinee.Page, [.. fields, examinee.Checked(1, "b")])).ReadPageAsync();

        Assert.Empty(await examinee.StoredAsync());
        Assert.Null(page.QuerySelector("p.message[role=status]"));
        Assert.NotNull(page.QuerySelector("p.message.warn[role=alert]"));
    }

    [Fact]
    public async Task When_the_time_is_up_the_paper_is_closed_as_it_is_stored()
    {
        await examinee.SaveAsync(1, 1, "a");
        app.Clock.Advance(TimeSpan.FromMinutes(20));

        var answer = await examinee.PostAsync(
            $"{examinee.Page}/submit", [KeyValuePair.Create("revision-1", "1"), examinee.Checked(1, "b")]);

        Assert.Equal(examinee.Result, answer.Headers.Location?.ToString());
        Assert.Equal([(1, 1, "\"a\"")], await examinee.StoredAsync());
        Assert.True((await examinee.PaperAsync()).WasTimedOut);
    }

    [Fact]
    public async Task Handing_in_twice_is_handing_in_once()
    {
        await examinee.SubmitAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await examinee.PostAsync(
            $"{examinee.Page}/submit", [KeyValuePair.Create("revision-1", "0"), examinee.Checked(1, "b")]);

        Assert.Equal(examinee.Result, again.Headers.Location?.ToString());
        Assert.Equal(TestClock.Tuesday, (await examinee.PaperAsync()).SubmittedAt);
        Assert.Empty(await examinee.StoredAsync());
    }
}
