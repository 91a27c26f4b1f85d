using System.Net.Sockets;
using System.Security.Cryptography;
using Academy.Domain.Letters;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Academy.Jobs.Letters;

/// <summary>
/// To the bank's mail server, many letters by one connection. What the server says of one letter or address is that letter's; whatever
/// else goes wrong strikes all. Encryption is never left out because a server offers none.
/// </summary>
internal sealed class SmtpRoute(MailSettings settings, TimeProvider clock) : IMailRoute
{
    private const int ServiceNotAvailable = 421;

    private SmtpClient? client;

    public async Task<Passage> SendAsync(MimeMessage message, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            client ??= await ConnectAsync(either.Token);
            return new Passage(Delivery.Sent, await client.SendAsync(message, either.Token), false);
        }
        catch (SmtpCommandException refused) when (IsOfTheLetter(refused))
        {
            await CloseAsync();
            var isForever = (int)refused.StatusCode >= 500;
            return new Passage(isForever ? Delivery.Rejected : Delivery.Postponed, $"{(int)refused.StatusCode} {refused.Message}", false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await CloseAsync();
            return Trouble($"no answer within {settings.Timeout.TotalSeconds:0} s");
        }
        catch (Exception failure) when (IsOfTheServer(failure))
        {
            await CloseAsync();
            return Trouble(failure.Message);
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private static bool IsOfTheLetter(SmtpCommandException refused) =>
        refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
        && (int)refused.StatusCode != ServiceNotAvailable;

    private static bool IsOfTheServer(Exception failure) => failure is CommandException or ProtocolException or AuthenticationException
        or SslHandshakeException or IOException or SocketException or TimeoutException or NotSupportedException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException;

    private Passage Trouble(string message) =>
        new(Delivery.Postponed, $"{settings.Host}:{settings.UsedPort}: {message}", true);

    private async Task<SmtpClient> ConnectAsync(CancellationToken ct)
    {
        var fresh = new SmtpClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
        if (settings.Certificate is { Length: > 0 } known)
        {
            fresh.CheckCertificateRevocation = false;
            fresh.ServerCertificateValidationCallback = (_, certificate, _, _) => certificate is not null
                && string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), known.Replace(":", "", StringComparison.Ordinal),
                    StringComparison.OrdinalIgnoreCase);
        }

        try
        {
            await fresh.ConnectAsync(settings.Host!, settings.UsedPort, Security, ct);
            if (!string.IsNullOrEmpty(settings.User)) await fresh.AuthenticateAsync(settings.User, settings.Password ?? "", ct);
            return fresh;
        }
        catch
        {
            fresh.Dispose();
            throw;
        }
    }

    private SecureSocketOptions Security => settings.Security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Nobody waits for a server to say goodbye.</summary>
    private async Task CloseAsync()
    {
        if (client is not { } old) return;

        client = null;
        using (old)
        using (var late = new CancellationTokenSource(TimeSpan.FromSeconds(2), clock))
        {
            try
            {
                if (old.IsConnected) await old.DisconnectAsync(quit: true, late.Token);
            }
            catch (Exception failure) when (failure is OperationCanceledException || IsOfTheServer(failure))
            {
                // It is gone already.
            }
        }
    }
}
