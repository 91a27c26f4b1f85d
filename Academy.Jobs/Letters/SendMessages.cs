using System.Globalization;
using Academy.Domain;
using Academy.Domain.Letters;

namespace Academy.Jobs.Letters;

/// <summary>Posts letters to the bank's own messenger, where there is one.</summary>
public sealed class SendMessages(Courier courier, MailWords words, AcademySettings settings, TimeProvider clock) : ITimedJob
{
    private const int Batch = 20;

    private readonly Dictionary<Delivery, long> done = [];

    public async Task<Tally> RunAsync(CancellationToken ct)
    {
        if (!settings.Messenger.IsOn) return Tally.Nothing;

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(settings.Mail.Language);
        using var route = new MessengerRoute(settings.Messenger, clock);
        string? trouble = null;
        while (trouble is null && await courier.TakeAsync(Batch, ct) is { Count: > 0 } letters)
            trouble = await SendAsync(letters, route, ct);

        var tally = Tally.Of(
            (Counted.MessagesSent, done.GetValueOrDefault(Delivery.Sent)),
            (Counted.MessagesPostponed, done.GetValueOrDefault(Delivery.Postponed)),
            (Counted.MessagesRejected, done.GetValueOrDefault(Delivery.Rejected)));
        return tally with { Trouble = trouble ?? "" };
    }

    /// <summary>What is the matter with the messenger; null when nothing is. Then the rest of the letters waits.</summary>
    private async Task<string?> SendAsync(IReadOnlyList<OutgoingLetter> letters, MessengerRoute route, CancellationToken ct)
    {
        for (var at = 0; at < letters.Count; at++)
        {
            var letter = letters[at];
            // Whoever has a letter no longer for sure leaves it to the next.
            if (clock.GetUtcNow() + settings.Messenger.Timeout >= letter.HeldUntil) return null;

            var (outcome, answer, isTrouble) = await route.SendAsync(letter, words.Of(letter), ct);
            var rest = isTrouble ? letters.Skip(at + 1) : [];
            await RecordAsync([ReportOf(letter, outcome, answer), .. rest.Select(l => ReportOf(l, Delivery.Postponed, answer))]);
            if (isTrouble) return answer;
        }

        return null;
    }

    private static DeliveryReport ReportOf(OutgoingLetter letter, Delivery outcome, string answer) =>
        new(letter.Letter.Id, letter.Fence, outcome, answer);

    private async Task RecordAsync(IReadOnlyList<DeliveryReport> reports)
    {
        foreach (var report in reports) done[report.Outcome] = done.GetValueOrDefault(report.Outcome) + 1;
        await courier.RecordAsync(reports, CancellationToken.None);
    }
}
