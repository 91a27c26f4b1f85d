using System.Net;
using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Letters;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Assignments;

/// <summary>Those whom the head of branch 100 misses hear of it.</summary>
public sealed class NudgePagesTests(OpenedAcademy opened) : IAsyncDisposable
{
    private const string Subject = "course-professional-ethics";

    private readonly AcademyApp app = new(opened);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Those_who_are_missing_are_nudged_once_a_day_and_it_is_on_record()
    {
        var client = await app.SignInAsync("B0001");
        var missing = await app.MissingAsync("102");
        Assert.NotEmpty(missing);

        Assert.Contains($"已提醒 {missing.Count} 人", await NudgeAsync(client), StringComparison.Ordinal);
        Assert.Contains("今天都提醒过了", await NudgeAsync(client), StringComparison.Ordinal);

        var letters = await app.InStoreAsync(db => db.Letters.ToListAsync());
        Assert.Equal(missing.Select(e => e.Id).Order(), letters.Select(l => l.RecipientId).Order());
        Assert.All(letters, l => Assert.Equal("/courses/professional-ethics", l.Address));
        var entry = await app.InStoreAsync(db => db.AuditEntries.SingleAsync(e => e.Act == AssignmentTrail.PeopleNudged));
        Assert.Equal(("B0001", "professional-ethics"), (entry.ActorNumber, entry.SubjectKey));
        Assert.All(missing, e => Assert.Contains(e.Number, entry.After["People"], StringComparison.Ordinal));

        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains($"已提醒 {missing.Count} 人", await NudgeAsync(await app.SignInAsync("B0001")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_nudge_at_once_send_each_person_one_letter()
    {
        var missing = await app.MissingAsync("102");
        var heads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SignInAsync("B0001")));

        await Task.WhenAll(heads.Select(NudgeAsync));

        Assert.Equal(missing.Count, await app.InStoreAsync(db => db.Letters.CountAsync()));
    }

    [Fact]
    public async Task A_letter_is_its_readers_alone_and_leads_to_what_it_is_about()
    {
        var reader = (await app.MissingAsync("102"))[0];
        await NudgeAsync(await app.SignInAsync("B0001"));
        var letter = await app.InStoreAsync(db => db.Letters.SingleAsync(l => l.RecipientId == reader.Id));

        var stranger = await app.SignInAsync("E0003");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostFormAsync("/inbox", $"/inbox/{letter.Id}")).StatusCode);
        Assert.Empty((await stranger.GetPageAsync("/inbox")).QuerySelectorAll(".letter"));

        var client = await app.SignInAsync(reader.Number);
        var inbox = await client.GetPageAsync("/inbox");
        Assert.Equal("1", inbox.QuerySelector(".bell-count")?.TextContent);
        Assert.Contains("从业人员职业操守", Assert.Single(inbox.QuerySelectorAll(".letter.unread")).TextContent, StringComparison.Ordinal);

        var opened = await client.PostFormAsync("/inbox", $"/inbox/{letter.Id}");
        Assert.Equal("/courses/professional-ethics", opened.Headers.Location?.ToString());
        Assert.Null((await client.GetPageAsync("/inbox")).QuerySelector(".bell-count"));
    }

    private async Task<string> NudgeAsync(HttpClient client)
    {
        var answer = await client.PostFormAsync(
            "/branch", "/branch/nudges", ("unit", "102"), ("subject", Subject), ("back", "//elsewhere.example"));
        Assert.Equal("/branch", answer.Headers.Location?.ToString());
        return (await client.GetPageAsync("/branch")).QuerySelector(".flash")!.TextContent;
    }
}
