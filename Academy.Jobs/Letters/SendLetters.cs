using System.Globalization;
using Academy.Domain;
using Academy.Domain.Letters;

namespace Academy.Jobs.Letters;

/// <summary>Mails the letters whose turn it is, no faster than the bank's mail server likes; without one, writes them as files.</summary>
public sealed class SendLetters(PostOffice office, MailWords words, AcademySettings settings, TimeProvider clock) : ITimedJob
{
    /// <summary>How many are taken at a time, each under the same lease.</summary>
    private const int Batch = 20;

    private readonly Dictionary<Delivery, long> done = [];
    private readonly Envelope envelope = new(settings);

    private MailSettings Mail => settings.Mail;

    public async Task<Tally> RunAsync(CancellationToken ct)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Mail.Language);
        await using IMailRoute route = Mail.IsOn ? new SmtpRoute(Mail, clock) : new FolderRoute(settings.DataDirectory);
        string? trouble = null;
        while (trouble is null && await office.TakeAsync(Batch, ct) is { Count: > 0 } letters)
            trouble = await SendAsync(letters, route, ct);

        var tally = Tally.Of(
            (Counted.LettersSent, done.GetValueOrDefault(Delivery.Sent)),
            (Counted.LettersKept, done.GetValueOrDefault(Delivery.Kept)),
            (Counted.LettersPostponed, done.GetValueOrDefault(Delivery.Postponed)),
            (Counted.LettersRejected, done.GetValueOrDefault(Delivery.Rejected)));
        return tally with { Trouble = trouble ?? "" };
    }

    /// <summary>
    /// Sends some letters, one after the other; where the mail server serves nobody, the rest waits. What is the matter with it; null
    /// when nothing is.
    /// </summary>
    private async Task<string?> SendAsync(IReadOnlyList<OutgoingLetter> letters, IMailRoute route, CancellationToken ct)
    {
        var pause = TimeSpan.FromMinutes(1) / Mail.PerMinute;
        for (var at = 0; at < letters.Count; at++)
        {
            var letter = letters[at];
            // Whoever has a letter no longer for sure leaves it to the next.
            if (clock.GetUtcNow() + Mail.Timeout >= letter.HeldUntil) return null;

            var began = clock.GetTimestamp();
            var (outcome, answer, isTrouble) = await route.SendAsync(envelope.Seal(letter, words.Of(letter), words.Academy), ct);
            var rest = isTrouble ? letters.Skip(at + 1) : [];
            await RecordAsync([ReportOf(letter, outcome, answer), .. rest.Select(l => ReportOf(l, Delivery.Postponed, answer))]);
            if (isTrouble) return answer;
            if (pause - clock.GetElapsedTime(began) is var left && left > TimeSpan.Zero && Mail.IsOn) await Task.Delay(left, clock, ct);
        }

        return null;
    }

    private static DeliveryReport ReportOf(OutgoingLetter letter, Delivery outcome, string answer) =>
        new(letter.Letter.Id, letter.Fence, outcome, answer);

    /// <summary>Once a letter has left the house, that is written down whatever happens.</summary>
    private async Task RecordAsync(IReadOnlyList<DeliveryReport> reports)
    {
        foreach (var report in reports) done[report.Outcome] = done.GetValueOrDefault(report.Outcome) + 1;
        await office.RecordAsync(reports, CancellationToken.None);
    }
}
