namespace Academy.Domain.Questions;

/// <summary>A collection of questions on one subject (题库).</summary>
public sealed class Bank
{
    private Bank() { }

    public Bank(string slug) => Slug = slug;

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; set; } = "";
    public ICollection<Question> Questions { get; } = [];
}
