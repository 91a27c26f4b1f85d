using System.Net;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Academy.Tests.Quizzes;

/// <summary>A quiz taken with plain form posts.</summary>
public sealed class ScriptlessAttemptTests(SharedAcademy academy) : IClassFixture<SharedAcademy>, IAsyncLifetime
{
    private Examinee examinee = null!;

    public async ValueTask InitializeAsync() => examinee = await Examinee.SeatAsync(academy.App);

    /// <summary>Whoever sits down next has a paper of their own.</summary>
    public async ValueTask DisposeAsync() => await examinee.SubmitAsync();

    [Fact]
    public async Task Saving_stores_what_is_checked_and_shows_it_again()
    {
        var fields = (await examinee.OpenAsync()).Fields();

        var page = await (await examinee.PostAsync(
            examinee.Page, [.. fields, examinee.Checked(1, "b"), examinee.Checked(11, "a"), examinee.Checked(11, "c")])).ReadPageAsync();

        Assert.Equal([(1, 1, "\"b\""), (11, 1, "[\"a\",\"c\"]")], await examinee.StoredAsync());
        Assert.Equal(3, page.QuerySelectorAll("main input:checked").Length);
        Assert.Equal("1", page.QuerySelector("[name='revision-1']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("p.message[role=status]"));
    }

    [Fact]
    public async Task What_is_unchecked_is_cleared()
    {
        await examinee.PostAsync(examinee.Page, [.. (await examinee.OpenAsync()).Fields(), examinee.Checked(11, "a")]);
        var fields = (await examinee.OpenAsync()).Fields();

        await examinee.PostAsync(examinee.Page, fields.Where(f => f.Key is not "slot-11"));

        Assert.Equal([(11, 2, (string?)null)], await examinee.StoredAsync());
    }

    [Fact]
    public async Task An_answer_that_another_page_has_stored_meanwhile_stays_and_is_shown()
    {
        var old = (await examinee.OpenAsync()).Fields();
        await examinee.SaveAsync(3, 1, "d");

        var page = await (await examinee.PostAsync(examinee.Page, [.. old, examinee.Checked(3, "a"), examinee.Checked(4, "a")]))
            .ReadPageAsync();

        Assert.Equal([(3, 1, "\"d\""), (4, 1, "\"a\"")], await examinee.StoredAsync());
        var shown = page.QuerySelectorAll<IHtmlInputElement>("[name='slot-3']:checked").Single().Value;
        Assert.Equal("d", (await examinee.PaperAsync()).Slots[2].BankKey(shown));
        Assert.Contains("3", page.QuerySelector("p.message.warn[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("p.message[role=status]"));
    }

    [Fact]
    public async Task Handing_in_takes_the_last_answers_along()
    {
        await examinee.SaveAsync(1, 1, "a");
        var fields = (await examinee.OpenAsync()).Fields().Where(f => f.Key is not "slot-1");

        var answer = await examinee.PostAsync(
            $"{examinee.Page}/submit", [.. fields, examinee.Checked(1, "b"), examinee.Checked(2, "c")]);

        Assert.Equal((HttpStatusCode.Redirect, examinee.Result), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal([(1, 2, "\"b\""), (2, 1, "\"c\"")], await examinee.StoredAsync());
        Assert.Equal(TestClock.Tuesday, (await examinee.PaperAsync()).SubmittedAt);
    }

    [Fact]
    public async Task Handing_in_with_nothing_but_a_token_leaves_the_answers_as_they_are()
    {
        await examinee.SaveAsync(1, 1, "a");

        var answer = await examinee.SubmitAsync();

        Assert.Equal((HttpStatusCode.Redirect, examinee.Result), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal([(1, 1, "\"a\"")], await examinee.StoredAsync());
    }

    [Theory]
    [InlineData("revision-1=-1&slot-1=2")]
    [InlineData("revision-1=many&slot-1=2")]
    [InlineData("revision-1=1000000&slot-1=2")]
    [InlineData("revision-1=0&slot-1=z")]
    [InlineData("revision-1=0&slot-1=b")]
    [InlineData("revision-1=0&slot-1=5")]
    [InlineData("revision-1=0&slot-1=02")]
    [InlineData("revision-1=0&slot-1=1&slot-1=2")]
    [InlineData("revision-99=0&slot-99=1")]
    [InlineData("slot-1=2")]
    public async Task A_form_that_does_not_fit_the_paper_stores_nothing(string form)
    {
        var answer = await examinee.PostAsync(
            examinee.Page,
            form.Split('&').Select(field => field.Split('=')).Select(field => KeyValuePair.Create(field[0], field[1])));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await examinee.StoredAsync());
        Assert.Null((await answer.ReadPageAsync()).QuerySelector("p.message[role=status]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/submit")]
    public async Task Without_a_token_nothing_is_taken(string address)
    {
        var answer = await examinee.Browser.PostAsync(
            examinee.Page + address,
            new FormUrlEncodedContent([KeyValuePair.Create("revision-1", "0"), examinee.Checked(1, "b")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await examinee.StoredAsync());
    }
}
