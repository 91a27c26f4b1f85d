using System.Net;

namespace Academy.Tests.Browser;

/// <summary>Whoever types is at work, and the server hears of it.</summary>
public sealed class AtWorkTests(Classroom room) : IClassFixture<Classroom>
{
    [Fact]
    public async Task Keys_in_a_form_are_told_to_the_server_once_in_five_minutes()
    {
        await using var visit = await room.EnterAsync(Device.CounterPc);
        var page = visit.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync("/account/login");
        await page.FillInSignInAsync("E0003");
        await page.GotoAsync("/account/password");
        var told = new List<int>();
        page.Response += (_, answer) =>
        {
            if (answer.Url.EndsWith("/api/session", StringComparison.Ordinal)) told.Add(answer.Status);
        };

        await page.Locator("#Chosen").PressSequentiallyAsync("a");
        Assert.Empty(told);
        await page.Clock.FastForwardAsync("05:00");
        await page.RunAndWaitForResponseAsync(() => page.Locator("#Chosen").PressSequentiallyAsync("bc"), "**/api/session");

        Assert.Equal([(int)HttpStatusCode.NoContent], told);
        Assert.Empty(visit.Faults);
    }
}
