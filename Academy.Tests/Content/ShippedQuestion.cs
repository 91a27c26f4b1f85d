using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Content;

/// <summary>A question of a bank under content/, with where it stands.</summary>
internal sealed record ShippedQuestion(string Bank, int Line, QuestionText Text)
{
    private static readonly Lazy<List<ShippedQuestion>> Read = new(() =>
        [.. from path in Directory.EnumerateFiles(Repository.File("content", "banks"), "*.gift").Order()
            from question in GiftReader.Read(File.ReadAllText(path)).Questions
            select new ShippedQuestion(Path.GetFileNameWithoutExtension(path), question.Line, question.ToText())]);

    public static IReadOnlyList<ShippedQuestion> All => Read.Value;

    public static IEnumerable<ShippedQuestion> Of(QuestionType type) => All.Where(question => question.Text.Type == type);

    public string Place => $"content/banks/{Bank}.gift:{Line}";

    public string Stem => Text.Stem.Plain;

    public bool IsTrue => Text.Options.Any(option => option is { Key: "true", IsRight: true });

    public int RightCount => Text.Options.Count(option => option.IsRight);

    /// <summary>Everything that a reader sees before answering.</summary>
    public string Asked => string.Join('\n', [Stem, .. Text.Options.Select(option => option.Text.Plain)]);

    public override string ToString() => $"{Place}: {Stem}";
}
