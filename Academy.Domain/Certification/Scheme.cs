using System.Globalization;

namespace Academy.Domain.Certification;

/// <summary>A rule by which people are certified for their positions (认证方案). What was certified stays as it was issued.</summary>
public sealed class Scheme
{
    private Scheme() { }

    internal Scheme(string slug, SchemeTerms terms)
    {
        Slug = slug;
        Terms = terms;
        Prefix = terms.Prefix;
    }

    public long Id { get; private set; }

    /// <summary>The name of the file that it comes from, or what its first form carried.</summary>
    public string Slug { get; private set; } = "";

    public SchemeTerms Terms { get; private set; } = null!;

    /// <summary>Numbers of two schemes never look alike.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>Whether somebody has changed it here, so that its file is no longer followed.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>From when nobody is certified by it any more.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>What the trail finds it by.</summary>
    public string Key => Id.ToString(CultureInfo.InvariantCulture);

    internal void Change(SchemeTerms terms) => (Terms, Prefix) = (terms, terms.Prefix);

    internal void Own() => IsOwn = true;

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
