namespace Academy.Domain.Letters;

/// <summary>How letters reach the bank's own messenger, read once at start from <c>Academy:Messenger</c>. It is off by itself.</summary>
public sealed record MessengerSettings
{
    public const int ShortestSecret = 16;

    /// <summary>Where letters are posted to; null for nowhere.</summary>
    public Uri? Url { get; init; }

    /// <summary>What both know, and by which the messenger tells that it is the academy that posts.</summary>
    public string Secret { get; init; } = "";

    /// <summary>How often somebody looks for letters to post.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For how long the messenger is waited for, with each letter.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After so long a letter is tried again; each time after twice as long, up to the second.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(1);
    public TimeSpan RetryAtMost { get; init; } = TimeSpan.FromHours(1);

    /// <summary>For so long whoever posts letters has them to themselves.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A letter that old is posted no more.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(1);

    public bool IsOn => Url is not null;

    public TimeSpan WaitAfter(int tries)
    {
        var wait = RetryAfter * Math.Pow(2, Math.Clamp(tries - 1, 0, 30));
        return wait < RetryAtMost ? wait : RetryAtMost;
    }

    /// <summary>What is wrong with them, in words for whoever starts the academy; null when nothing is.</summary>
    public string? Problem()
    {
        if (LookEvery < TimeSpan.FromSeconds(1)) return $"Academy:Messenger:LookEvery is to be a second at least; {LookEvery:c} is not.";
        if (Url is null) return null;
        if (!Url.IsAbsoluteUri || !(Url.Scheme == Uri.UriSchemeHttps || (Url.Scheme == Uri.UriSchemeHttp && Url.IsLoopback)))
            return $"Academy:Messenger:Url is to be https, or on this machine; {Url} is not.";
        if (Secret.Length < ShortestSecret) return $"Academy:Messenger:Secret is to have {ShortestSecret} characters at least.";
        if (Timeout <= TimeSpan.Zero || RetryAfter <= TimeSpan.Zero || Lease < Timeout * 2)
            return "Academy:Messenger:Timeout and RetryAfter are to be longer than nothing, and Lease at least twice as long as Timeout.";

        return null;
    }
}
