using Academy.Domain.Opening;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Content;

/// <summary>A question of a bank under content/, with where it stands.</summary>
internal sealed record ShippedQuestion(string FileName, string? Id, int Line, QuestionText Text)
{
    private static readonly Lazy<List<ShippedQuestion>> Read = new(() =>
        [.. from path in Directory.EnumerateFiles(Repository.File("content", "banks")).Order()
            let source = File.ReadAllText(path)
            from question in path.EndsWith(".gift", StringComparison.Ordinal) ? OfGift(source) : OfYaml(source)
            select question with { FileName = Path.GetFileName(path) }]);

    public static IReadOnlyList<ShippedQuestion> All => Read.Value;

    public static IEnumerable<ShippedQuestion> Of(QuestionType type) => All.Where(question => question.Text.Type == type);

    public string Bank => Path.GetFileNameWithoutExtension(FileName);

    public string Place => $"content/banks/{FileName}:{Line}";

    public string Stem => Text.Stem.Plain;

    public bool IsTrue => SaysTrue(Text);

    public int RightCount => Text.Options.Count(option => option.IsRight);

    /// <summary>Everything that a reader sees before answering.</summary>
    public string Asked => Text.Wording();

    /// <summary>Everything that a reader sees after it.</summary>
    public string Explained => string.Join('\n', [Text.Explanation.Plain, .. Text.Parts.Select(part => part.Explanation.Plain)]);

    public static bool SaysTrue(QuestionText statement) => statement.Options.Any(option => option is { Key: "true", IsRight: true });

    private static IEnumerable<ShippedQuestion> OfGift(string source) =>
        GiftReader.Read(source).Questions.Select(question => new ShippedQuestion("", question.Id, question.Line, question.ToText()));

    private static IEnumerable<ShippedQuestion> OfYaml(string source) =>
        from question in BankFile.Read(source).Questions
        let above = source[..source.IndexOf(question.Key, StringComparison.Ordinal)]
        select new ShippedQuestion("", question.Key, above.Count(character => character == '\n') + 1, question.Text);

    public override string ToString() => $"{Place}: {Stem}";
}
