using System.Security.Cryptography;
using System.Text.Json;
using Academy.Domain;
using Academy.Domain.People;
using Microsoft.AspNetCore.DataProtection;

namespace Academy.Web.Security;

/// <summary>
/// Keeps on a device, sealed, who has signed in there during the last <see cref="Lifetime"/>, so that strangers who guess elsewhere
/// lock nobody out of it. It opens nothing: whoever takes it has five tries of its own.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, AcademySettings settings, TimeProvider clock)
{
    public const string Cookie = "academy-device";
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    // A counter PC has several users, and a header has its bounds.
    private const int MostPeople = 20;

    private readonly IDataProtector seal = protection.CreateProtector("Academy.KnownDevices");
    private readonly CookieBuilder cookie = CookieFor(settings);

    /// <summary>
    /// Who stands at the door; whoever is signed in is known here. On a device that keeps nothing of the person all their tries are
    /// those of one device: whoever has taken a session brings any number of devices that other people have signed in on.
    /// </summary>
    public Caller CallerOf(HttpContext context)
    {
        var (caller, device, user) = (context.Caller, Read(context), context.User);
        var known = device?.People.Where(person => person.Until > clock.GetUtcNow()).Select(person => person.Id).ToList() ?? [];
        if (user.IsSignedIn && !known.Contains(user.Id)) return caller with { Device = $"person-{user.Id}", KnownTo = [user.Id] };
        return known.Count == 0 ? caller : caller with { Device = device!.Name, KnownTo = known };
    }

    /// <summary>Somebody has signed in on the device.</summary>
    public void Remember(HttpContext context, long employeeId)
    {
        var device = Read(context) ?? new KnownDevice(RandomNumberGenerator.GetHexString(16), []);
        var now = clock.GetUtcNow();
        var others = device.People.Where(person => person.Id != employeeId && person.Until > now).OrderByDescending(person => person.Until);
        var people = others.Take(MostPeople - 1).Prepend(new KnownPerson(employeeId, now + Lifetime));
        var kept = seal.Protect(JsonSerializer.Serialize(device with { People = [.. people] }));
        context.Response.Cookies.Append(cookie.Name!, kept, cookie.Build(context, now));
    }

    private static CookieBuilder CookieFor(AcademySettings settings)
    {
        var cookie = new CookieBuilder { MaxAge = Lifetime, IsEssential = true };
        Sessions.Harden(cookie, Cookie, settings);
        return cookie;
    }

    private KnownDevice? Read(HttpContext context)
    {
        if (context.Request.Cookies[cookie.Name!] is not { } kept) return null;

        try
        {
            return JsonSerializer.Deserialize<KnownDevice>(seal.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            // Somebody else's seal, or none: the device is a strange one.
            return null;
        }
    }

    private sealed record KnownDevice(string Name, IReadOnlyList<KnownPerson> People);

    private sealed record KnownPerson(long Id, DateTimeOffset Until);
}
