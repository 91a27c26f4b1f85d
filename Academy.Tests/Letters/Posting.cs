using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Jobs;
using Academy.Jobs.Letters;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Letters;

/// <summary>Letters of the demonstration bank's people, and the one who mails them.</summary>
internal static class Posting
{
    /// <summary>A mail server of a test, known by its certificate; back-off and timeouts are short.</summary>
    public static MailSettings To(SmtpHost host) => new()
    {
        Host = "127.0.0.1",
        Port = host.Port,
        User = SmtpHost.User,
        Password = SmtpHost.Password,
        Certificate = host.Thumbprint,
        From = "academy@bank.example",
        PerMinute = 1_000_000,
        Timeout = TimeSpan.FromSeconds(5),
        RetryAfter = TimeSpan.FromSeconds(10),
        RetryAtMost = TimeSpan.FromSeconds(20),
        Lease = TimeSpan.FromMinutes(1),
    };

    public static AcademyStore StoreWith(OpenedAcademy opened, MailSettings mail, Action<IServiceCollection>? adjust = null) =>
        new(opened, services =>
        {
            var given = (AcademySettings)services.Last(s => s.ServiceType == typeof(AcademySettings)).ImplementationInstance!;
            services.Replace(ServiceDescriptor.Singleton(
                given with { Mail = mail, PublicAddress = new Uri("https://academy.bank.example") }));
            adjust?.Invoke(services);
        });

    /// <summary>Writes letters to the first people of the bank, each to one with an address; many to each where there are more.</summary>
    public static Task WriteAsync(AcademyStore store, int letters) =>
        store.TellAsync((AcademyDb db) => WriteAsync(db, letters, store.Clock.GetUtcNow()));

    public static async Task WriteAsync(AcademyDb db, int letters, DateTimeOffset now)
    {
        var people = await db.Employees.Employed().Where(e => e.UserName!.StartsWith("E0")).OrderBy(e => e.UserName).ToListAsync();
        var sender = await db.Employees.Numbered("B0001").SingleAsync();
        foreach (var person in people) person.MailTo($"{person.Number.ToLowerInvariant()}@bank.example");
        foreach (var number in Enumerable.Range(0, letters))
        {
            var about = new Dictionary<string, string> { ["kind"] = "Course", ["title"] = $"合规 <第{number}课>", ["due"] = "2026-11-30" };
            db.Add(new Letter(people[number % people.Count].Id, LetterKind.Nudge, $"n{number}", "/courses/x", about, sender.Id, now));
        }

        await db.SaveChangesAsync();
    }

    public static Task<Tally> SendAsync(AcademyStore store, CancellationToken ct = default) =>
        store.AskAsync((IServiceProvider services) => ActivatorUtilities.CreateInstance<SendLetters>(services).RunAsync(ct));

    public static Task<List<Mailing>> MailingsAsync(AcademyStore store) =>
        store.AskAsync((AcademyDb db) => db.Mailings.AsNoTracking().OrderBy(m => m.LetterId).ToListAsync(None));
}
