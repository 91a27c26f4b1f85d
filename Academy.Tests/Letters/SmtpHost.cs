using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Academy.Tests.Hosting;
using MimeKit;

namespace Academy.Tests.Letters;

/// <summary>What a mail server does with the next connections or letters.</summary>
internal enum Mood { Kind, Refuses, RefusesForNow, IsSlow, HangsUp, BreaksAfterData }

/// <summary>A mail server over TCP that wants STARTTLS and a sign-in, and that has moods.</summary>
internal sealed class SmtpHost : IAsyncDisposable
{
    public const string User = "academy";
    public const string Password = "mail-2026";

    private readonly X509Certificate2 certificate = MakeCertificate();
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<(string To, MimeMessage Message)> delivered = new();
    private TcpListener listener;
    private Task listening;

    public SmtpHost()
    {
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listening = ListenAsync(listener);
    }

    public int Port { get; }

    public string Thumbprint => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>What it does with the letter of that number, counted from the first; kind to all unless told otherwise.</summary>
    public Func<int, Mood> MoodOf { get; set; } = _ => Mood.Kind;

    /// <summary>Whom it takes nothing for.</summary>
    public Func<string, bool> IsUnknown { get; set; } = _ => false;

    public bool OffersTls { get; set; } = true;

    /// <summary>How many letters have been begun, and how many lost their line after the last byte.</summary>
    public int Begun => begun;
    public int Broken => broken;

    private volatile bool isGone;
    private int begun;
    private int broken;

    public IReadOnlyList<(string To, MimeMessage Message)> Delivered => [.. delivered];

    /// <summary>Nobody answers any more, until it is open again; a letter that is being taken is taken.</summary>
    public void Close()
    {
        isGone = true;
        listener.Stop();
    }

    public void Open()
    {
        isGone = false;
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        listening = ListenAsync(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await listening;
        certificate.Dispose();
        closing.Dispose();
    }

    private async Task ListenAsync(TcpListener at)
    {
        try
        {
            while (true) _ = ServeAsync(await at.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is closed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new Talk(this, client.GetStream()).HoldAsync();
            }
            catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException
                or AuthenticationException or ObjectDisposedException)
            {
                // Whoever called has gone.
            }
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mail.bank.example", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(TestClock.Tuesday.AddYears(-5), TestClock.Tuesday.AddYears(20));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>One connection.</summary>
    private sealed class Talk(SmtpHost host, Stream stream)
    {
        private bool isEncrypted;
        private bool isSignedIn;
        private string to = "";
        private Mood mood;

        public async Task HoldAsync()
        {
            await SayAsync("220 mail.bank.example");
            while (await ReadAsync() is { } line && await AnswerAsync(line)) { }
        }

        /// <summary>Whether it goes on.</summary>
        private async Task<bool> AnswerAsync(string line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    var offer = isEncrypted || !host.OffersTls ? "250 AUTH PLAIN LOGIN" : "250 STARTTLS";
                    await SayAsync("250-mail.bank.example", offer);
                    return true;
                case "STARTTLS":
                    await SayAsync("220 go on");
                    var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = host.certificate });
                    (stream, isEncrypted) = (tls, true);
                    return true;
                case "AUTH":
                    var given = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2]));
                    isSignedIn = given == $"\0{User}\0{Password}";
                    await SayAsync(isSignedIn ? "235 welcome" : "535 who are you");
                    return true;
                case "MAIL":
                    if (host.isGone) return false;
                    mood = host.MoodOf(Interlocked.Increment(ref host.begun) - 1);
                    if (mood == Mood.HangsUp) return false;
                    if (mood == Mood.IsSlow) await Task.Delay(Timeout.Infinite, host.closing.Token);
                    await SayAsync(isSignedIn ? "250 ok" : "530 sign in first");
                    return true;
                case "RCPT":
                    to = line.Split('<', '>')[1];
                    await SayAsync(AnswerToRecipient());
                    return true;
                case "DATA":
                    await SayAsync("354 go on");
                    return await TakeAsync();
                case "RSET":
                case "NOOP":
                    await SayAsync("250 ok");
                    return true;
                default:
                    await SayAsync("221 bye");
                    return false;
            }
        }

        private string AnswerToRecipient()
        {
            if (host.IsUnknown(to)) return "550 no such mailbox";
            return mood switch
            {
                Mood.Refuses => "421 too busy",
                Mood.RefusesForNow => "451 come again",
                _ => "250 ok",
            };
        }

        private async Task<bool> TakeAsync()
        {
            var text = new StringBuilder();
            while (await ReadAsync() is { } line && line != ".") text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
            host.delivered.Enqueue((to, await MimeMessage.LoadAsync(bytes)));
            if (mood == Mood.BreaksAfterData)
            {
                Interlocked.Increment(ref host.broken);
                return false;
            }

            await SayAsync("250 taken");
            return true;
        }

        private async Task SayAsync(params string[] lines) =>
            await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Concat(lines.Select(line => $"{line}\r\n"))));

        /// <summary>Byte by byte: what comes after STARTTLS is for somebody else.</summary>
        private async Task<string?> ReadAsync()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one) == 1)
            {
                if (one[0] == '\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }

            return null;
        }
    }
}
