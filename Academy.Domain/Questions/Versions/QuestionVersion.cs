using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Versions;

/// <summary>How far a version has come; retiring is the question's.</summary>
public enum VersionState { Draft, InReview, Approved }

/// <summary>A question as it stood at some time. Its text never changes, so that old papers stay readable.</summary>
public sealed class QuestionVersion
{
    private QuestionVersion() { }

    internal QuestionVersion(Question question, int number, QuestionText text, long? authorId, DateTimeOffset now)
    {
        Question = question;
        Number = number;
        Text = text;
        Type = text.Type;
        Difficulty = text.Difficulty;
        Topic = text.Topic;
        IsExplained = !text.Explanation.IsEmpty;
        GradedUnder = text.GradingSchemes();
        AuthorId = authorId;
        WrittenAt = now;
        IsLatest = true;
        IsVouchedFor = false;
    }

    public long Id { get; private set; }
    public long QuestionId { get; private set; }
    public Question Question { get; private set; } = null!;

    /// <summary>1 for the first version.</summary>
    public int Number { get; private set; }

    public QuestionType Type { get; private set; }
    public QuestionText Text { get; private set; } = null!;

    /// <summary>As the text says, for lists that look for it.</summary>
    public int Difficulty { get; private set; }
    public string? Topic { get; private set; }
    public bool IsExplained { get; private set; }

    /// <summary>
    /// The schemes under which it may decide a result, as <see cref="Fitness"/> gives them. Null in a store of an earlier
    /// release until it is read again.
    /// </summary>
    public int? GradedUnder { get; private set; }

    /// <summary>Null when it came with the academy's content.</summary>
    public long? AuthorId { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The import that it came with.</summary>
    public long? ImportId { get; internal set; }

    public bool IsLatest { get; private set; }
    public VersionState State { get; private set; }

    /// <summary>
    /// Whether it was approved and somebody stands for it who did not write it: the academy's content, a reviewer without a hand in
    /// it since the version that was last vouched for, or those who stand for that one, if it followed in another difficulty alone.
    /// Null in a store of an earlier release until it is read again.
    /// </summary>
    public bool? IsVouchedFor { get; private set; }

    /// <summary>
    /// When it went out of force for good, mostly because a newer approved version took its place; the current version has none.
    /// </summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    public ICollection<Review> Reviews { get; } = [];

    /// <summary>Whether papers draw this version, unless the question is retired.</summary>
    public bool IsCurrent => State == VersionState.Approved && SupersededAt is null;

    public void SendForReview()
    {
        if (State == VersionState.Draft) State = VersionState.InReview;
    }

    /// <summary>Puts it in force in place of the version before it. An approved version stays as it is.</summary>
    public void Approve(long? reviewerId, DateTimeOffset now)
    {
        if (State == VersionState.Approved) return;

        Question.Current?.Supersede(now);
        State = VersionState.Approved;
        if (reviewerId is { } reviewer) Reviews.Add(new Review(reviewer, isApproval: true, "", now));
        IsVouchedFor = HasVoucher;
    }

    /// <summary>Gives what is in review back to its author. An approved version stays as it is.</summary>
    public void Return(long reviewerId, string comment, DateTimeOffset now)
    {
        if (State != VersionState.InReview) return;

        State = VersionState.Draft;
        Reviews.Add(new Review(reviewerId, isApproval: false, comment, now));
    }

    /// <summary>Whether both say the same, difficulty aside.</summary>
    internal bool AsksLike(QuestionVersion other) => (other.Text with { Difficulty = Difficulty }).Equals(Text);

    internal void Replace() => IsLatest = false;

    /// <summary>
    /// Takes it out of force until somebody else approves the text: it goes into review, unless a newer one is being worked on.
    /// </summary>
    internal void Suspend(DateTimeOffset now)
    {
        if (IsLatest) State = VersionState.InReview;
        else Supersede(now);
    }

    /// <summary>Writes beside the text what it says and who stands for it, as if that happened now. Its reviews must be there.</summary>
    internal void ReadAgain()
    {
        GradedUnder = Text.GradingSchemes();
        IsVouchedFor = State == VersionState.Approved && HasVoucher;
    }

    private bool HasVoucher =>
        AuthorId is null
        || Reviews.Any(review => review.IsApproval && !Question.HasWorkedOn(review.ReviewerId, this))
        || (Question.VouchedBefore(Number) is { } vouched && vouched.Number == Number - 1 && AsksLike(vouched));

    private void Supersede(DateTimeOffset now) => SupersededAt = now;
}
