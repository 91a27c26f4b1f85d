using System.Net;
using System.Net.Sockets;

namespace Academy.Domain.People;

/// <summary>Somebody at the door, as far as that can be seen before anybody is admitted.</summary>
/// <param name="Address">Where the request comes from.</param>
/// <param name="Device">The device, where people have signed in before; null of a strange one.</param>
/// <param name="KnownTo">Who has signed in on the device before.</param>
public sealed record Caller(IPAddress Address, string? Device, IReadOnlyCollection<long> KnownTo)
{
    /// <summary>What stands in the place of an address where the program was called on the machine itself.</summary>
    public const string CommandLine = "CommandLine";

    private const int BytesOfNetwork = 8;

    /// <summary>Somebody on a device that nobody has signed in on.</summary>
    public static Caller At(IPAddress address) => new(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, null, []);

    /// <summary>What tells one showing of the sign-in form from any other, where it says so.</summary>
    public string? Form { get; init; }

    /// <summary>Whether they are in already, and asked for the password once more.</summary>
    public bool IsIn { get; init; }

    public string AddressText => Address.ToString();

    /// <summary>What is counted together: an address or, of the longer kind, of which everybody has any number, the network.</summary>
    public string Network => Address.AddressFamily == AddressFamily.InterNetworkV6
        ? new IPAddress([.. Address.GetAddressBytes()[..BytesOfNetwork], .. new byte[BytesOfNetwork]]).ToString()
        : AddressText;

    /// <summary>The device, for those who have signed in on it; the network for everybody else.</summary>
    public string PlaceFor(long? employeeId) => IsKnownTo(employeeId) ? Device! : Network;

    public bool IsKnownTo(long? employeeId) => employeeId is { } id && Device is not null && KnownTo.Contains(id);
}
