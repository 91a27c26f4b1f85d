using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>What stands between the braces of a question, without its general feedback; null where there are no braces.</summary>
internal sealed partial class GiftAnswers
{
    private const char NumberMark = '#';

    private readonly string text;
    private readonly GiftVerdict verdict;

    public GiftAnswers(string? written, string format, CancellationToken ct)
    {
        verdict = new GiftVerdict(written ?? "", format);
        Type = TypeOf(written);
        text = Type == QuestionType.Numerical ? written![1..].Trim() : written ?? "";
        Choices = [.. Choice().Matches(text).Select(choice => Read(choice, format, ct))];
        // A sole right answer needs no mark before it.
        if (Choices.Count == 0 && text.Length > 0 && Type is QuestionType.Numerical or QuestionType.FillIn)
            Choices = [GiftChoice.Read($"={text}", format)];
    }

    public QuestionType Type { get; }

    public string BeforeChoices => Choice().Count(text) == 0 ? "" : GiftEscapes.Restore(FirstMark().Split(text, 2)[0]).Trim();

    public IReadOnlyList<GiftChoice> Choices { get; }

    public IReadOnlyList<Option> Options => Type switch
    {
        QuestionType.TrueFalse => verdict.Options,
        QuestionType.SingleChoice or QuestionType.MultipleChoice => [.. Choices.Select((choice, n) => choice.At(n))],
        _ => [],
    };

    /// <summary>
    /// What may be typed: nobody types a picture. Feedback for whatever else somebody types is an answer to anything that is worth
    /// nothing; what is no number stays as it is written, for the rules to report.
    /// </summary>
    public IReadOnlyList<TypedAnswer> Typed => Type switch
    {
        QuestionType.FillIn => [.. Choices.Select(choice => choice.AsText)],
        QuestionType.Numerical =>
            [.. Choices.Select(choice => choice.AsNumber ?? (choice.IsAnythingElse ? choice.AsAnythingElse : choice.AsText))],
        _ => [],
    };

    public IReadOnlyList<Pair> Pairs =>
        Type == QuestionType.Matching ? [.. Choices.Select(choice => choice.AsPair ?? new Pair(choice.Text, Prose.Empty))] : [];

    private static GiftChoice Read(Match choice, string format, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return GiftChoice.Read(choice.Value, format);
    }

    private QuestionType TypeOf(string? written) => written switch
    {
        null => QuestionType.Description,
        "" => QuestionType.Essay,
        [NumberMark, ..] => QuestionType.Numerical,
        _ when written.Contains('~') => written.Contains('=') ? QuestionType.SingleChoice : QuestionType.MultipleChoice,
        _ when written.Contains('=') && written.Contains(GiftChoice.PairMark, StringComparison.Ordinal) => QuestionType.Matching,
        _ when verdict.IsGiven => QuestionType.TrueFalse,
        _ => QuestionType.FillIn,
    };

    [GeneratedRegex("[~=]")]
    private static partial Regex FirstMark();

    [GeneratedRegex("[~=][^~=]*")]
    private static partial Regex Choice();
}
