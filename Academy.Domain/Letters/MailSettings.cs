using System.Net.Mail;

namespace Academy.Domain.Letters;

/// <summary>How the mail server is spoken to. It is never left to chance: what is not encrypted was asked for.</summary>
public enum MailSecurity { StartTls, Tls, None }

/// <summary>How letters leave the house, read once at start from <c>Academy:Mail</c>.</summary>
public sealed record MailSettings
{
    /// <summary>The mail server; without one, letters are written as files.</summary>
    public string? Host { get; init; }
    public int? Port { get; init; }
    public MailSecurity Security { get; init; }
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>The address that letters come from.</summary>
    public string? From { get; init; }

    /// <summary>SHA-256 of the mail server's certificate, where it is one that the system does not know.</summary>
    public string? Certificate { get; init; }

    /// <summary>The language of letters: zh-CN or en.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>No more letters leave in a minute.</summary>
    public int PerMinute { get; init; } = 120;

    /// <summary>How often somebody looks for letters to send.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long the mail server is waited for, with each letter.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After so long a letter is tried again; each time after twice as long, up to the second.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(1);
    public TimeSpan RetryAtMost { get; init; } = TimeSpan.FromHours(1);

    /// <summary>For so long whoever sends letters has them to themselves.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A letter that old is in the inbox alone.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(5);

    public bool IsOn => !string.IsNullOrEmpty(Host);

    public int UsedPort => Port ?? Security switch
    {
        MailSecurity.Tls => 465,
        MailSecurity.StartTls => 587,
        _ => 25,
    };

    public TimeSpan WaitAfter(int tries)
    {
        var wait = RetryAfter * Math.Pow(2, Math.Clamp(tries - 1, 0, 30));
        return wait < RetryAtMost ? wait : RetryAtMost;
    }

    /// <summary>What is wrong with them, in words for whoever starts the academy; null when nothing is.</summary>
    public string? Problem()
    {
        if (Language is not ("zh-CN" or "en")) return $"Academy:Mail:Language is to be zh-CN or en; {Language} is not.";
        if (LookEvery < TimeSpan.FromSeconds(1)) return $"Academy:Mail:LookEvery is to be a second at least; {LookEvery:c} is not.";
        if (!IsOn) return null;
        if (!MailAddress.TryCreate(From, out _)) return $"Academy:Mail:From is to be such as academy@bank.example; {From} is not.";
        if (Security == MailSecurity.None && !string.IsNullOrEmpty(User))
            return "Academy:Mail:Security is None and Academy:Mail:User is set: the password would travel readable.";
        if (UsedPort is < 1 or > 65535) return $"Academy:Mail:Port is to be from 1 to 65535; {UsedPort} is not.";
        if (PerMinute < 1) return $"Academy:Mail:PerMinute is to be at least 1; {PerMinute} is not.";
        if (Timeout <= TimeSpan.Zero || RetryAfter <= TimeSpan.Zero || Lease < Timeout * 2)
            return "Academy:Mail:Timeout and RetryAfter are to be longer than nothing, and Lease at least twice as long as Timeout.";

        return null;
    }
}
