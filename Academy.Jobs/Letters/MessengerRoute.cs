using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Academy.Domain.Letters;

namespace Academy.Jobs.Letters;

/// <summary>
/// Posts letters to the bank's own messenger as JSON. It signs the moment and the body with what both know, follows nobody elsewhere, and
/// posts the same letter under the same key each time: whoever gets it twice can tell.
/// </summary>
internal sealed class MessengerRoute : IDisposable
{
    public const string Timestamp = "X-Academy-Timestamp";
    public const string Signature = "X-Academy-Signature";
    public const string Key = "Idempotency-Key";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly MessengerSettings settings;
    private readonly TimeProvider clock;
    private readonly HttpClient client;

    public MessengerRoute(MessengerSettings settings, TimeProvider clock)
    {
        (this.settings, this.clock) = (settings, clock);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = settings.Timeout,
        };
    }

    public async Task<Passage> SendAsync(OutgoingLetter outgoing, MailText text, CancellationToken ct)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"letter-{outgoing.Letter.Id}");
        var body = JsonSerializer.Serialize(
            new Message(key, outgoing.Address, outgoing.Name, text.Subject, text.Link, text.Lines, outgoing.Letter.WrittenAt), Options);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var now = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(Timestamp, now);
        request.Headers.Add(Signature, $"sha256={SignatureOf(settings.Secret, now, body)}");
        request.Headers.Add(Key, key);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return PassageOf(answer.StatusCode);
        }
        catch (HttpRequestException failure)
        {
            return new Passage(Delivery.Postponed, failure.Message, true);
        }
        catch (OperationCanceledException failure) when (!ct.IsCancellationRequested)
        {
            return new Passage(Delivery.Postponed, failure.Message, true);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>HMAC-SHA256 of the moment, a dot and the body, as the messenger computes it, too.</summary>
    public static string SignatureOf(string secret, string timestamp, string body) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    /// <summary>
    /// What the messenger says is wrong with a letter is wrong for good. Where it knows the academy not or serves nobody, others would
    /// fare alike; all else is this letter's own, and the others go on.
    /// </summary>
    private static Passage PassageOf(HttpStatusCode status)
    {
        var answer = string.Create(CultureInfo.InvariantCulture, $"{(int)status} {status}");
        return (int)status switch
        {
            >= 200 and < 300 => new Passage(Delivery.Sent, answer, false),
            400 or 404 or 410 or 413 or 422 => new Passage(Delivery.Rejected, answer, false),
            401 or 407 or 429 or 502 or 503 => new Passage(Delivery.Postponed, answer, true),
            _ => new Passage(Delivery.Postponed, answer, false),
        };
    }

    private sealed record Message(
        string Id, string To, string Name, string Title, string? Link, IReadOnlyList<MailLine> Lines, DateTimeOffset WrittenAt);
}
