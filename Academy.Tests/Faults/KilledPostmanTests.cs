using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Letters;
using Microsoft.EntityFrameworkCore;
using Posting = Academy.Tests.Letters.Posting;

namespace Academy.Tests.Faults;

/// <summary>Letters go to a mail server that has bad days, from an academy that is killed on the way.</summary>
public sealed class KilledPostmanTests : IDisposable
{
    private const int Letters = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>By whatever clock this runs: no hour is quiet, and nobody is reminded of anything beside.</summary>
    private static readonly PostHours Always = new(new TimeOnly(23, 59, 59), TimeOnly.MaxValue, TimeOnly.MinValue);

    private readonly TemporaryFolder folder = new();

    public KilledPostmanTests(OpenedAcademy opened) => opened.CopyTo(folder.Path);

    [Fact]
    public async Task Five_hundred_letters_arrive_through_all_that_happens_and_twice_only_where_the_end_of_one_was_lost()
    {
        await using var host = new SmtpHost { MoodOf = MoodOf };
        await using (var store = new AcademyStore(given => given with { DataDirectory = folder.Path }))
        {
            await store.TellAsync(async (AcademyDb db) =>
            {
                db.Add(new SetHours(Always));
                // Auditors have letters of their own, of the archive's heads.
                foreach (var other in await db.Employees.Where(e => !e.UserName!.StartsWith("E0")).ToListAsync()) other.MailTo("");
                await Posting.WriteAsync(db, Letters, TimeProvider.System.GetUtcNow());
            });
        }

        await using var academy = new AcademyProcess(folder.Path);

        await academy.StartAsync(Settings(host));
        await UntilAsync(() => host.Delivered.Count >= 120);
        host.Close();
        await Task.Delay(TimeSpan.FromSeconds(3));
        host.Open();
        foreach (var arrived in new[] { 220, 360 })
        {
            await UntilAsync(() => host.Delivered.Count >= arrived);
            academy.Kill();
            await academy.ExitCodeAsync();
            await academy.StartAsync(Settings(host));
        }

        while (await SentAsync() < Letters) await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        var ids = host.Delivered.GroupBy(mail => mail.Message.MessageId).ToList();
        Assert.Equal(Letters, ids.Count);
        Assert.InRange(host.Broken, 5, 30);
        Assert.InRange(host.Delivered.Count - Letters, host.Broken, host.Broken + 2);
        Assert.All(ids, mails => Assert.Single(mails.Select(mail => mail.Message.HtmlBody).Distinct()));
    }

    public void Dispose() => folder.Dispose();

    private static Mood MoodOf(int letter) => letter switch
    {
        30 or 31 or 250 => Mood.HangsUp,
        60 or 300 => Mood.IsSlow,
        90 or 91 or 400 => Mood.Refuses,
        _ when letter % 40 == 17 => Mood.BreaksAfterData,
        _ when letter % 40 == 5 => Mood.RefusesForNow,
        _ => Mood.Kind,
    };

    private static IEnumerable<(string, string)> Settings(SmtpHost host) => new (string Name, string Value)[]
    {
        ("Host", "127.0.0.1"), ("Port", host.Port.ToString(CultureInfo.InvariantCulture)), ("User", SmtpHost.User),
        ("Password", SmtpHost.Password), ("Certificate", host.Thumbprint), ("From", "academy@bank.example"), ("PerMinute", "100000"),
        ("LookEvery", "00:00:01"), ("Timeout", "00:00:06"), ("RetryAfter", "00:00:01"), ("RetryAtMost", "00:00:02"), ("Lease", "00:00:15"),
    }.Select(setting => ($"Academy__Mail__{setting.Name}", setting.Value));

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo()) await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
    }

    private async Task<int> SentAsync()
    {
        await using var store = new AcademyStore(given => given with { DataDirectory = folder.Path });
        return await store.AskAsync((AcademyDb db) => db.Mailings.CountAsync(mailing => mailing.State == MailingState.Sent));
    }
}
