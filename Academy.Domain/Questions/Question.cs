namespace Academy.Domain.Questions;

/// <summary>A question through all its versions. Its key never changes.</summary>
public sealed class Question
{
    private Question() { }

    public Question(string key) => Key = key;

    public long Id { get; private set; }
    public long BankId { get; private set; }
    public Bank Bank { get; private set; } = null!;
    public string Key { get; private set; } = "";

    /// <summary>Set when the question is no longer drawn; attempts that have it keep it.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public ICollection<QuestionVersion> Versions { get; } = [];

    public QuestionVersion? Current => Versions.SingleOrDefault(v => v.SupersededAt is null);

    /// <summary>Puts the text in force: as a new version when it differs from the current one.</summary>
    public void Revise(QuestionText text, DateTimeOffset now)
    {
        RetiredAt = null;
        if (Current is { } current)
        {
            if (current.Text.Equals(text)) return;
            current.Supersede(now);
        }

        Versions.Add(new QuestionVersion(Versions.Count + 1, text));
    }

    public void Retire(DateTimeOffset now) => RetiredAt ??= now;
}
