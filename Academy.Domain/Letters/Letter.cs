namespace Academy.Domain.Letters;

public enum LetterKind { Nudge, ArchiveHead }

/// <summary>
/// A message to one person. It is kept as its kind and what it is about; the words are found when it is shown, in
/// the reader's language. One person gets a letter of the same kind and key once.
/// </summary>
public sealed class Letter
{
    private Letter() { }

    public Letter(
        long recipientId,
        LetterKind kind,
        string key,
        string address,
        IReadOnlyDictionary<string, string> about,
        long? senderId,
        DateTimeOffset now)
    {
        RecipientId = recipientId;
        Kind = kind;
        Key = key;
        Address = address;
        About = about;
        SenderId = senderId;
        WrittenAt = now;
        Mailing = new Mailing(now);
    }

    public long Id { get; private set; }
    public long RecipientId { get; private set; }
    public LetterKind Kind { get; private set; }

    /// <summary>What makes the letter one of its kind for the person, such as the task and the day.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The page that it leads to.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the words name, such as a title or a day.</summary>
    public IReadOnlyDictionary<string, string> About { get; private set; } = new Dictionary<string, string>();

    /// <summary>Who had it written; null when it is the academy's own.</summary>
    public long? SenderId { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>How it goes by mail, too; null for letters of before there was any.</summary>
    public Mailing? Mailing { get; private set; }

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
