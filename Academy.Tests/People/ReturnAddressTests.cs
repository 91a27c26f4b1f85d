using Academy.Tests.Hosting;

namespace Academy.Tests.People;

public sealed class ReturnAddressTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    [Theory]
    [InlineData("/quizzes?tab=2", "/quizzes?tab=2")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/search?q=柜 员", "/search?q=%E6%9F%9C%20%E5%91%98")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl, string destination)
    {
        var client = academy.App.NewClient();
        var login = $"/account/login?returnUrl={Uri.EscapeDataString(returnUrl)}";

        var first = await client.PostFormAsync(login, login, ("EmployeeNumber", "E0001"), ("Password", OpenedAcademy.Password));
        var again = await client.GetAsync(login);

        Assert.Equal((destination, destination), (first.Headers.Location?.ToString(), again.Headers.Location?.ToString()));
    }
}
