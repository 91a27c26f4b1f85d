using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Opening;

/// <summary>A question of a bank that is written in YAML.</summary>
public sealed record BankFileQuestion(string Key, string? Name, QuestionText Text);

/// <summary>A bank that is written in YAML, since GIFT has no words for its types.</summary>
public sealed record BankFile(string Title, IReadOnlyList<BankFileQuestion> Questions)
{
    public static BankFile Read(string yaml)
    {
        var source = Yaml.Read<BankSource>(yaml);
        return new BankFile(source.Title, [.. source.Questions.Select(q => new BankFileQuestion(q.Key, q.Name, q.ToText()))]);
    }
}
