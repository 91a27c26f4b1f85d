using Academy.Domain.Data;
using Academy.Domain.People;

namespace Academy.Domain.Letters;

public enum LetterKind
{
    /// <summary>Somebody had it written about one thing.</summary>
    Nudge,

    /// <summary>The head of the score archive's chain, for those who keep it elsewhere.</summary>
    ArchiveHead,

    /// <summary>What a person is reminded of on a day.</summary>
    Digest,

    /// <summary>What a branch head is told of the unit's people in a week.</summary>
    Report,
}

/// <summary>The ways by which people are told.</summary>
[Flags]
public enum Channels
{
    None = 0,
    Inbox = 1,
    Mail = 2,
    Both = Inbox | Mail,
}

/// <summary>One of several things that a letter tells.</summary>
/// <param name="Address">The page that it leads to.</param>
/// <param name="About">What its words name.</param>
/// <param name="Channels">By which ways it is told.</param>
public sealed record LetterLine(string Address, IReadOnlyDictionary<string, string> About, Channels Channels = Channels.Both);

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

    /// <summary>How it goes by mail, too; null for letters of before there was any, and for those that do not.</summary>
    public Mailing? Mailing { get; private set; }

    /// <summary>What it tells, where that is more than one thing may be.</summary>
    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];

    /// <summary>Whether its reader finds it in the inbox, which is so but for who wants mail alone.</summary>
    public bool IsInInbox { get; private set; } = true;

    /// <summary>A letter of several lines, by those channels that any of them goes by.</summary>
    public static Letter Of(
        LetterKind kind, long recipientId, string key, string address, IReadOnlyDictionary<string, string> about,
        IReadOnlyList<LetterLine> lines, DateTimeOffset now)
    {
        var channels = lines.Aggregate(Channels.None, (all, line) => all | line.Channels);
        var letter = new Letter(recipientId, kind, key, address, about, null, now)
        {
            Lines = lines,
            IsInInbox = channels.HasFlag(Channels.Inbox),
        };
        if (!channels.HasFlag(Channels.Mail)) letter.Mailing = null;
        return letter;
    }

    public IEnumerable<LetterLine> LinesBy(Channels channel) => Lines.Where(line => line.Channels.HasFlag(channel));

    /// <summary>
    /// Whether what it reminds of on a day is said to somebody who is on leave, or after that day, when its reader finds it in the inbox.
    /// </summary>
    public bool IsStale(Employment employment, BankZone zone, DateTimeOffset now) => Kind == LetterKind.Digest
        && (employment == Employment.OnLeave || (IsInInbox && zone.DayOf(WrittenAt) < zone.DayOf(now)));

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
