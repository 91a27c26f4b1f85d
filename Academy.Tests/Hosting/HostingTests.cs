using System.Net;

namespace Academy.Tests.Hosting;

public sealed class HostingTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_academy_says_that_it_is_well(string address)
    {
        var answer = await academy.App.NewClient().GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for()
    {
        var client = academy.App.NewClient();

        var asked = await client.GetAsync("/quizzes");
        var login = asked.Headers.Location!.OriginalString;
        var answer = await client.PostFormAsync(login, login, ("EmployeeNumber", "e0001 "), ("Password", OpenedAcademy.Password));

        Assert.Equal("/quizzes", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/quizzes")).StatusCode);
    }
}
