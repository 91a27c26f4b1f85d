using System.Net;
using System.Net.Sockets;

namespace Academy.Domain;

/// <summary>Proxies whose word about the person behind them is taken, as a setting names them: 10.1.0.5, 10.2.0.0/24.</summary>
public static class TrustedProxies
{
    private const int BitsOfAddress = 32;
    private const int BitsOfLongAddress = 128;

    /// <summary>Null when one of them is no address and no network.</summary>
    public static IReadOnlyList<IPNetwork>? Of(string setting)
    {
        var found = setting.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        return found.Contains(null) ? null : [.. found.OfType<IPNetwork>()];
    }

    private static IPNetwork? Read(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        if (!IPAddress.TryParse(text, out var address)) return null;

        return new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetworkV6 ? BitsOfLongAddress : BitsOfAddress);
    }
}
