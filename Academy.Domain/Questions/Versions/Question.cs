using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Versions;

/// <summary>A question through all its versions. Its key never changes.</summary>
public sealed class Question
{
    private Question() { }

    public Question(string key)
    {
        Key = key;
        Tags = [];
        Versions = [];
    }

    public Question(string key, Bank bank)
        : this(key) => Bank = bank;

    public Question(string key, long bankId, long? categoryId)
        : this(key) => (BankId, CategoryId) = (bankId, categoryId);

    public long Id { get; private set; }
    public long BankId { get; private set; }
    public Bank Bank { get => field ?? throw Unread.Of(this); private set; }
    public string Key { get; private set; } = "";

    /// <summary>A short name for trainers; nobody who answers sees it.</summary>
    public string? Name { get; set; }

    /// <summary>What trainers call it: its name, or else how its text begins.</summary>
    public string Title => Name ?? (Latest?.Text.Stem.FirstLine is { Length: > 0 } line ? line : Key);

    public long? CategoryId { get; private set; }

    /// <summary>The drawer of the bank that it lies in; null where it lies in none.</summary>
    public Category? Category
    {
        get => field ?? (CategoryId is null ? null : throw Unread.Of(this));
        set
        {
            field = value;
            if (value is null) CategoryId = null;
        }
    }

    public ICollection<QuestionTag> Tags { get => field ?? throw Unread.Of(this); private set; }

    /// <summary>Set when the question is no longer drawn; attempts that have it keep it.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>The trainer who retired it; null when the academy's content no longer has it.</summary>
    public long? RetiredById { get; private set; }

    /// <summary>Whether a trainer wrote or changed it here, rather than having it from the academy's content.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>When somebody last found that it agrees with its clause.</summary>
    public DateTimeOffset ClauseCheckedAt { get; private set; }

    public ICollection<QuestionVersion> Versions { get => field ?? throw Unread.Of(this); private set; }

    /// <summary>The version that papers draw: the last one approved.</summary>
    public QuestionVersion? Current => Versions.SingleOrDefault(v => v.IsCurrent);

    public QuestionVersion? Latest => Versions.MaxBy(v => v.Number);

    /// <summary>Puts the academy's own text in force: as a new version when it differs from the latest one.</summary>
    public void Revise(QuestionText text, DateTimeOffset now)
    {
        if (RetiredById is null) RetiredAt = null;
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

    /// <summary>Says how hard it is. It asks what it asked before, so the new version stands where the last one stood.</summary>
    public void Grade(int difficulty, long authorId, DateTimeOffset now)
    {
        var (before, checkedAt) = (Latest!, ClauseCheckedAt);
        if (before.Text.Difficulty == difficulty) return;

        var version = Write(before.Text with { Difficulty = difficulty }, authorId, now);
        ClauseCheckedAt = checkedAt;
        if (before.State == VersionState.InReview) version.SendForReview();
        if (before.State == VersionState.Approved) version.Approve(null, now);
    }

    /// <summary>
    /// Why somebody cannot approve what was written last. Where a bank demands a review, nobody
    /// approves what they had a hand in.
    /// </summary>
    public CuratorRefusal? ApprovalRefusal(long reviewerId)
    {
        if (Latest is not { State: not VersionState.Approved } latest) return CuratorRefusal.NothingToApprove;
        if (!Bank.RequiresReview) return null;
        if (latest.State != VersionState.InReview) return CuratorRefusal.NotInReview;
        return HasWorkedOn(reviewerId, latest) ? CuratorRefusal.OwnText : null;
    }

    /// <summary>
    /// Puts it into a bank, and says whether it went out of force there: a text that only those stand for who wrote it waits for
    /// somebody else in a bank that demands reviews. Attempts that have it keep it.
    /// </summary>
    public bool FileUnder(Bank bank, Category? category, DateTimeOffset now)
    {
        var isReviewed = bank.RequiresReview && bank != Bank;
        (Bank, Category) = (bank, category);
        if (!isReviewed || Current is not { IsVouchedFor: not true } current) return false;

        current.Suspend(now);
        return true;
    }

    public void Tag(IEnumerable<string> add, IEnumerable<string> remove)
    {
        foreach (var gone in Tags.Where(tag => remove.Contains(tag.Tag)).ToList()) Tags.Remove(gone);
        foreach (var tag in add.Where(tag => Tags.All(known => known.Tag != tag)).ToList()) Tags.Add(new QuestionTag(tag));
    }

    /// <summary>Somebody found that it still agrees with its clause.</summary>
    public void ConfirmClause(DateTimeOffset now) => ClauseCheckedAt = now;

    public void Retire(DateTimeOffset now, long? byId = null)
    {
        if (RetiredAt is not null) return;

        RetiredAt = now;
        RetiredById = byId;
    }

    public void Restore()
    {
        RetiredAt = null;
        RetiredById = null;
    }

    /// <summary>Writes beside its texts what an earlier release did not.</summary>
    internal void ReadAgain()
    {
        foreach (var version in Versions.OrderBy(v => v.Number)) version.ReadAgain();
    }

    /// <summary>Before a version, the last one that somebody stands for who did not write it.</summary>
    internal QuestionVersion? VouchedBefore(int number) =>
        Versions.Where(v => v.Number < number && v.IsVouchedFor == true).MaxBy(v => v.Number);

    /// <summary>
    /// Whether somebody wrote a version or another since the one before it that was last vouched for, or was the first to write what
    /// it says.
    /// </summary>
    internal bool HasWorkedOn(long employeeId, QuestionVersion version)
    {
        var vouched = VouchedBefore(version.Number)?.Number ?? 0;
        return Versions.Any(v => v.AuthorId == employeeId && v.Number > vouched && v.Number <= version.Number)
            || Versions.Where(version.AsksLike).MinBy(v => v.Number)?.AuthorId == employeeId;
    }
}

/// <summary>A word that a question is filed under.</summary>
public sealed class QuestionTag
{
    private QuestionTag() { }

    public QuestionTag(string tag) => Tag = tag;

    public const int Longest = 100;
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '\n'];

    public long QuestionId { get; private set; }
    public string Tag { get; private set; } = "";

    /// <summary>The tags that somebody typed one after the other.</summary>
    public static IReadOnlyList<string> Read(string? typed) =>
        [.. (typed ?? "")
            .Split(Separators)
            .Select(OneLine.Of)
            .Where(tag => tag.Length > 0)
            .Distinct()];
}
