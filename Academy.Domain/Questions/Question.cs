namespace Academy.Domain.Questions;

/// <summary>A question through all its versions. Its key never changes.</summary>
public sealed class Question
{
    private Question() { }

    public Question(string key) => Key = key;

    public Question(string key, long bankId)
        : this(key) => BankId = bankId;

    public long Id { get; private set; }
    public long BankId { get; private set; }
    public Bank Bank { get; private set; } = null!;
    public string Key { get; private set; } = "";

    /// <summary>A short name for trainers; nobody who answers sees it.</summary>
    public string? Name { get; set; }

    public long? CategoryId { get; private set; }
    public Category? Category { get; set; }
    public ICollection<QuestionTag> Tags { get; } = [];

    /// <summary>Set when the question is no longer drawn; attempts that have it keep it.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Whether a trainer wrote or changed it here, rather than having it from the academy's content.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>When somebody last found that it agrees with its clause.</summary>
    public DateTimeOffset ClauseCheckedAt { get; private set; }

    public ICollection<QuestionVersion> Versions { get; } = [];

    /// <summary>The version that papers draw: the last one approved.</summary>
    public QuestionVersion? Current => Versions.SingleOrDefault(v => v.IsCurrent);

    public QuestionVersion? Latest => Versions.MaxBy(v => v.Number);

    /// <summary>Puts the academy's own text in force: as a new version when it differs from the latest one.</summary>
    public void Revise(QuestionText text, DateTimeOffset now)
    {
        RetiredAt = null;
        Write(text, null, now);
        Latest!.Approve(null, now);
    }

    /// <summary>Writes the next version, as a draft; the same text again makes none.</summary>
    public QuestionVersion Write(QuestionText text, long? authorId, DateTimeOffset now)
    {
        IsOwn = authorId is not null;
        if (Latest is { } latest && latest.Text.Equals(text)) return latest;

        Latest?.Replace();
        ClauseCheckedAt = now;
        var version = new QuestionVersion(this, Versions.Count + 1, text, authorId, now);
        Versions.Add(version);
        return version;
    }

    /// <summary>Somebody found that it still agrees with its clause.</summary>
    public void ConfirmClause(DateTimeOffset now) => ClauseCheckedAt = now;

    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    public void Restore() => RetiredAt = null;
}

/// <summary>A word that a question is filed under.</summary>
public sealed class QuestionTag
{
    private QuestionTag() { }

    public QuestionTag(string tag) => Tag = tag;

    public long QuestionId { get; private set; }
    public string Tag { get; private set; } = "";
}
