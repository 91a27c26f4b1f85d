using System.Net;
using Academy.Tests.Hosting;

namespace Academy.Tests.Quizzes;

/// <summary>What becomes of answers while the clock of the academy goes on.</summary>
public sealed class ResponsesInTimeTests(OpenedAcademy opened) : IAsyncLifetime
{
    private readonly AcademyApp app = new(opened);
    private Examinee examinee = null!;

    public async ValueTask InitializeAsync() => examinee = await Examinee.SeatAsync(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_saved_answer_is_told_its_revision_when_it_was_saved_and_the_seconds_left()
    {
        app.Clock.Advance(TimeSpan.FromSeconds(90.4));

        var answer = await examinee.SaveAsync(1, 3, "b", ageMs: 120);
        var body = await answer.ReadJsonAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["remainingSeconds", "revision", "savedAt"], body.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(
            (3, app.Clock.GetUtcNow(), 1109),
            (
                body.GetProperty("revision").GetInt32(),
                body.GetProperty("savedAt").GetDateTimeOffset(),
                body.GetProperty("remainingSeconds").GetInt32()));
    }

    [Fact]
    public async Task After_the_deadline_the_reason_is_time_is_up()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(20));

        await (await examinee.SaveAsync(1, 1, "b")).AssertRefusedAsync(0, "null", "time-is-up");
        await (await examinee.SaveAsync(1, 1, "b", ageMs: -60_000)).AssertRefusedAsync(0, "null", "time-is-up");
    }

    [Fact]
    public async Task In_the_grace_an_answer_entered_before_the_deadline_is_taken_and_marked()
    {
        app.Clock.Advance(TimeSpan.FromSeconds((20 * 60) + 10));

        var answer = await examinee.SaveAsync(1, 1, "b", ageMs: 10_001);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, (await answer.ReadJsonAsync()).GetProperty("remainingSeconds").GetInt32());
        Assert.True(Assert.Single((await examinee.PaperAsync()).Responses).IsLate);
    }

    [Fact]
    public async Task No_age_however_great_is_taken_after_the_grace()
    {
        app.Clock.Advance(TimeSpan.FromSeconds((20 * 60) + 30));

        await (await examinee.SaveAsync(1, 1, "b", ageMs: 1e300)).AssertRefusedAsync(0, "null", "time-is-up");
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(15, true)]
    [InlineData(29, false)]
    public async Task A_repeat_is_told_the_first_saved_time(int minutes, bool afterSubmission)
    {
        await examinee.SaveAsync(1, 1, "b");
        if (afterSubmission) await examinee.SubmitAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(minutes));

        var answer = await examinee.SaveAsync(1, 1, "b");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(TestClock.Tuesday, (await answer.ReadJsonAsync()).GetProperty("savedAt").GetDateTimeOffset());
    }
}
