using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats;

/// <summary>What stands between the braces of a question, without its general feedback; null where there are no braces.</summary>
internal sealed partial class GiftAnswers(string? written, string format)
{
    private readonly string text = written ?? "";
    private readonly GiftVerdict verdict = new(written ?? "", format);

    public string TypeName => text switch
    {
        _ when written is null => "description",
        "" => "essay",
        ['#', ..] => "numerical",
        _ when text.Contains('~') => text.Contains('=') ? "single-choice" : "multiple-choice",
        _ when text.Contains('=') && text.Contains("->", StringComparison.Ordinal) => "matching",
        _ when verdict.IsGiven => "true-false",
        _ => "short-answer",
    };

    public QuestionType? Type => TypeName switch
    {
        "single-choice" => QuestionType.SingleChoice,
        "multiple-choice" => QuestionType.MultipleChoice,
        "true-false" => QuestionType.TrueFalse,
        _ => null,
    };

    public string BeforeChoices => GiftEscapes.Restore(FirstMark().Split(text, 2)[0]).Trim();

    public IReadOnlyList<GiftChoice> Choices { get; } =
        [.. Choice().Matches(written ?? "").Select(choice => GiftChoice.Read(choice.Value, format))];

    public IReadOnlyList<Option> Options =>
        Type == QuestionType.TrueFalse ? verdict.Options : [.. Choices.Select((choice, n) => choice.At(n))];

    [GeneratedRegex("[~=]")]
    private static partial Regex FirstMark();

    [GeneratedRegex("[~=][^~=]*")]
    private static partial Regex Choice();
}
