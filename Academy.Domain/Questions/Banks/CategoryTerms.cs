using Academy.Domain.Data;

namespace Academy.Domain.Questions.Banks;

/// <summary>What a drawer is called, and which one it stands under; null for the top.</summary>
public sealed record CategoryTerms(string Title, long? ParentId)
{
    /// <summary>As long as the store keeps it, so that a bank that came from a file can be written and read again.</summary>
    public const int LongestTitle = 200;

    public string Title
    {
        get;
        init => field = OneLine.Of(value);
    } = OneLine.Of(Title);

    public static CategoryTerms Of(Category category) => new(category.Title, category.ParentId);

    /// <summary>Why no drawer can be called so.</summary>
    public LibrarianRefusal? Refusal()
    {
        if (Title.Length == 0) return LibrarianRefusal.TitleMissing;
        return Title.Length > LongestTitle ? LibrarianRefusal.TitleTooLong : null;
    }

    /// <summary>Tells one state of a drawer from another.</summary>
    public string AsSeen() => Fingerprint.Of(this);
}
