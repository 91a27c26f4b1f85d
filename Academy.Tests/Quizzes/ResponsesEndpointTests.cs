using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Academy.Tests.Hosting;

namespace Academy.Tests.Quizzes;

/// <summary>Slots 1 to 10 of the course quiz are single choices, 11 to 15 multiple choices, 16 to 20 true or false.</summary>
public sealed class ResponsesEndpointTests(SharedAcademy academy) : IClassFixture<SharedAcademy>, IAsyncLifetime
{
    private Examinee examinee = null!;

    public async ValueTask InitializeAsync() => examinee = await Examinee.SeatAsync(academy.App);

    /// <summary>Whoever sits down next has a paper of their own.</summary>
    public async ValueTask DisposeAsync() => await examinee.SubmitAsync();

    [Theory]
    [InlineData(1, "\"d\"", "\"d\"")]
    [InlineData(1, "null", null)]
    [InlineData(11, "[\"c\",\"a\"]", "[\"a\",\"c\"]")]
    [InlineData(11, "[]", null)]
    [InlineData(16, "\"true\"", "\"true\"")]
    public async Task Values_are_stored_as_the_type_of_question_has_them(int slot, string value, string? stored)
    {
        var asked = (await examinee.PaperAsync()).Slots[slot - 1];
        var sent = Regex.Replace(value, "[a-d](?=\")|true|false", key => asked.PaperKey(key.Value));

        var answer = await examinee.SendAsync(slot, $$"""{"revision": 1, "value": {{sent}}}""");

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

        await answer.AssertRefusedAsync(5, StoredOnPage(1, "\"b\""), reason);
    }

    [Fact]
    public async Task A_refusal_tells_stored_choices_as_an_array()
    {
        await examinee.SaveChoicesAsync(11, 2, "d", "b");

        await (await examinee.SaveChoicesAsync(11, 1, "a")).AssertRefusedAsync(2, StoredOnPage(11, "[\"b\",\"d\"]"), "later-answer");
    }

    [Fact]
    public async Task After_submission_the_reason_is_submitted()
    {
        await examinee.SaveAsync(1, 1, "b");
        await examinee.SubmitAsync();

        await (await examinee.SaveAsync(1, 2, "c")).AssertRefusedAsync(1, StoredOnPage(1, "\"b\""), "submitted");
        await (await examinee.SaveAsync(2, 1, "c")).AssertRefusedAsync(0, "null", "submitted");
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
    [InlineData("{\"revision\": 0, \"value\": \"2\"}")]
    [InlineData("{\"revision\": -1, \"value\": \"2\"}")]
    [InlineData("{\"revision\": 1000001, \"value\": \"2\"}")]
    [InlineData("{\"revision\": 99999999999, \"value\": \"2\"}")]
    [InlineData("{\"revision\": 1.5, \"value\": \"2\"}")]
    [InlineData("{\"revision\": \"one\", \"value\": \"2\"}")]
    [InlineData("{\"revision\": 1, \"value\": \"z\"}")]
    [InlineData("{\"revision\": 1, \"value\": \"b\"}")]
    [InlineData("{\"revision\": 1, \"value\": \"5\"}")]
    [InlineData("{\"revision\": 1, \"value\": \"0\"}")]
    [InlineData("{\"revision\": 1, \"value\": \"02\"}")]
    [InlineData("{\"revision\": 1, \"value\": [\"2\"]}")]
    [InlineData("{\"revision\": 1, \"value\": 1}")]
    [InlineData("{\"revision\": 1, \"value\": {\"a\": \"2\"}}")]
    [InlineData("{\"revision\": 1, \"value\": \"2\", \"ageMs\": \"soon\"}")]
    public async Task What_is_no_answer_is_a_bad_request(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await examinee.SendAsync(1, body)).StatusCode);
        Assert.Empty((await examinee.PaperAsync()).Responses);
    }

    [Fact]
    public async Task Another_persons_attempt_is_not_found()
    {
        var other = await Examinee.SeatAsync(academy.App, "E0002");

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
        var answer = await academy.App.NewClient()
            .PutAsJsonAsync($"/api/attempts/{examinee.Id}/responses/1", new { revision = 1, value = "b" });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private string StoredOnPage(int slot, string stored) => examinee.OnPaper(slot, stored)!.ToJsonString();
}
