using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Tests.Hosting;

namespace Academy.Tests.Quizzes;

/// <summary>Slots 1 to 10 of the course quiz are single choices, 11 to 15 multiple choices, 16 to 20 true or false.</summary>
public sealed class ResponsesEndpointTests(OpenedAcademy opened) : IAsyncLifetime
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

    [Theory]
    [InlineData(1, "\"d\"", "\"d\"")]
    [InlineData(1, "null", null)]
    [InlineData(11, "[\"c\",\"a\"]", "[\"a\",\"c\"]")]
    [InlineData(11, "[]", null)]
    [InlineData(16, "\"true\"", "\"true\"")]
    public async Task Values_are_stored_as_the_type_of_question_has_them(int slot, string value, string? stored)
    {
        var answer = await examinee.SendAsync(slot, $$"""{"revision": 1, "value": {{value}}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(stored, Assert.Single((await examinee.PaperAsync()).Responses).Value);
    }

    [Theory]
    [InlineData(4, "a", "later-answer")]
    [InlineData(5, "a", "different-answer")]
    [InlineData(5, null, "different-answer")]
    public async Task An_older_or_different_answer_is_told_what_is_stored(int revision, string? value, string reason)
    {
        await examinee.SaveAsync(1, 5, "b");

        var answer = await examinee.SaveAsync(1, revision, value);

        await AssertRefusedAsync(answer, 5, "\"b\"", reason);
    }

    [Fact]
    public async Task A_refusal_tells_stored_choices_as_an_array()
    {
        await examinee.SaveChoicesAsync(11, 2, "d", "b");

        await AssertRefusedAsync(await examinee.SaveChoicesAsync(11, 1, "a"), 2, "[\"b\",\"d\"]", "later-answer");
    }

    [Fact]
    public async Task After_submission_the_reason_is_submitted()
    {
        await examinee.SaveAsync(1, 1, "b");
        await examinee.SubmitAsync();

        await AssertRefusedAsync(await examinee.SaveAsync(1, 2, "c"), 1, "\"b\"", "submitted");
        await AssertRefusedAsync(await examinee.SaveAsync(2, 1, "c"), 0, "null", "submitted");
    }

    [Fact]
    public async Task After_the_deadline_the_reason_is_time_is_up()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(20));

        await AssertRefusedAsync(await examinee.SaveAsync(1, 1, "b"), 0, "null", "time-is-up");
        await AssertRefusedAsync(await examinee.SaveAsync(1, 1, "b", ageMs: -60_000), 0, "null", "time-is-up");
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

        await AssertRefusedAsync(await examinee.SaveAsync(1, 1, "b", ageMs: 1e300), 0, "null", "time-is-up");
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(15, true)]
    [InlineData(30, false)]
    public async Task A_repeat_is_told_the_first_saved_time(int minutes, bool afterSubmission)
    {
        await examinee.SaveAsync(1, 1, "b");
        if (afterSubmission) await examinee.SubmitAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(minutes));

        var answer = await examinee.SaveAsync(1, 1, "b");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(TestClock.Tuesday, (await answer.ReadJsonAsync()).GetProperty("savedAt").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"b\"")]
    [InlineData("{}")]
    [InlineData("{\"value\": \"b\"}")]
    [InlineData("{\"revision\": 1}")]
    [InlineData("{\"revision\": 0, \"value\": \"b\"}")]
    [InlineData("{\"revision\": -1, \"value\": \"b\"}")]
    [InlineData("{\"revision\": 1000001, \"value\": \"b\"}")]
    [InlineData("{\"revision\": 99999999999, \"value\": \"b\"}")]
    [InlineData("{\"revision\": 1.5, \"value\": \"b\"}")]
    [InlineData("{\"revision\": \"one\", \"value\": \"b\"}")]
    [InlineData("{\"revision\": 1, \"value\": \"z\"}")]
    [InlineData("{\"revision\": 1, \"value\": [\"b\"]}")]
    [InlineData("{\"revision\": 1, \"value\": 1}")]
    [InlineData("{\"revision\": 1, \"value\": {\"a\": \"b\"}}")]
    [InlineData("{\"revision\": 1, \"value\": \"b\", \"ageMs\": \"soon\"}")]
    public async Task What_is_no_answer_is_a_bad_request(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await examinee.SendAsync(1, body)).StatusCode);
        Assert.Empty((await examinee.PaperAsync()).Responses);
    }

    [Fact]
    public async Task Another_persons_attempt_is_not_found()
    {
        var other = await Examinee.SeatAsync(app, "E0002");

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await other.SendAsync(1, """{"revision": 1, "value": "b"}""", attempt: examinee.Id)).StatusCode);
        Assert.Empty((await examinee.PaperAsync()).Responses);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    [InlineData(-1)]
    public async Task A_slot_that_the_paper_does_not_have_is_not_found(int slot) =>
        Assert.Equal(HttpStatusCode.NotFound, (await examinee.SaveAsync(slot, 1, "b")).StatusCode);

    [Fact]
    public async Task Without_the_token_nothing_is_taken()
    {
        var answer = await examinee.SendAsync(1, """{"revision": 1, "value": "b"}""", withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await examinee.PaperAsync()).Responses);
    }

    [Fact]
    public async Task A_stranger_is_told_to_sign_in()
    {
        var answer = await app.NewClient().PutAsJsonAsync($"/api/attempts/{examinee.Id}/responses/1", new { revision = 1, value = "b" });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, int revision, string value, string reason)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var body = await answer.ReadJsonAsync();
        Assert.Equal(["reason", "revision", "value"], body.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(
            (revision, value, reason),
            (
                body.GetProperty("revision").GetInt32(),
                JsonSerializer.Serialize(body.GetProperty("value")),
                body.GetProperty("reason").GetString()));
    }
}
