using Academy.Domain.Data;

namespace Academy.Domain.People;

/// <summary>The post that somebody works at (岗位), such as teller or lobby manager.</summary>
public sealed class Position
{
    private Position() { }

    public Position(string slug, string name, string englishName)
    {
        Slug = slug;
        Rename(name, englishName);
    }

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string EnglishName { get; private set; } = "";

    /// <summary>Tells one state of the position from another.</summary>
    public string AsSeen() => Fingerprint.Of(Name, EnglishName);

    public void Rename(string name, string englishName)
    {
        Name = name;
        EnglishName = englishName;
    }
}
