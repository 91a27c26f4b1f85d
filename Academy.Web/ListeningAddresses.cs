using System.Globalization;
using System.Net;
using Academy.Domain.Opening;

namespace Academy.Web;

/// <summary>
/// Where the program is told to listen. That is looked at before anything starts: of a mistyped address the server itself makes another
/// one, which may be everybody's, or it breaks down over it.
/// </summary>
internal static class ListeningAddresses
{
    private const string EndpointsKey = "Kestrel:Endpoints";

    /// <exception cref="OpeningException">One of them cannot be, and why.</exception>
    public static void Check(IConfiguration settings, IHostEnvironment environment)
    {
        foreach (var address in Given(settings))
        {
            if (Problem(address) is { } problem) throw new OpeningException($"It is told to listen at '{address}': {problem}.");
            if (IsSecure(address) && !environment.IsDevelopment() && !HasCertificate(settings)) throw NeedsCertificate(address);
        }
    }

    /// <summary>Why the server did not begin to listen, where that is a certificate.</summary>
    public static OpeningException? WithoutCertificate(IConfiguration settings, Exception failure) =>
        Given(settings).FirstOrDefault(IsSecure) is { } address ? NeedsCertificate(address, failure) : null;

    private static IEnumerable<string> Given(IConfiguration settings) =>
    [
        .. Listed(settings[WebHostDefaults.ServerUrlsKey]),
        .. Listed(settings[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}"),
        .. Listed(settings[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}"),
        .. settings.GetSection(EndpointsKey).GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>(),
    ];

    private static string[] Listed(string? several) =>
        several?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Problem(string address)
    {
        if (Parsed(address) is not { Scheme: "http" or "https" } known) return "an address begins with http:// or https://";
        if (known.IsUnixPipe || known.IsNamedPipe) return null;
        if (known.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort || IsSplit(known.Host))
            return string.Create(CultureInfo.InvariantCulture, $"a port is a number up to {IPEndPoint.MaxPort}");
        if (known.Host.Length == 0 || IsNumbered(known.Host) && !IPAddress.TryParse(known.Host, out _)) return "there is no such host";
        return known.PathBase.Length > 0 ? "nothing follows the port" : null;
    }

    private static BindingAddress? Parsed(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>What is no number after the last colon is taken as a part of the host.</summary>
    private static bool IsSplit(string host) => host.Contains(':', StringComparison.Ordinal) && !host.EndsWith(']');

    private static bool IsNumbered(string host) => host.All(c => char.IsAsciiDigit(c) || c == '.');

    private static bool IsSecure(string address) => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static bool HasCertificate(IConfiguration settings) =>
        settings.GetSection("Kestrel:Certificates:Default").Exists()
        || settings.GetSection(EndpointsKey).GetChildren().Any(endpoint => endpoint.GetSection("Certificate").Exists());

    private static OpeningException NeedsCertificate(string address, Exception? cause = null) =>
        new($"To listen at {address} takes a certificate that can be read: set Kestrel:Certificates:Default:Path and :Password.", cause);
}
