using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Questions;
using Academy.Domain.Questions.Formats;

namespace Academy.Tests.Questions;

/// <summary>Writes questions as GIFT, so that any text at all can be handed to the reader.</summary>
internal static partial class GiftWriter
{
    public static string Write(IEnumerable<DraftQuestion> questions) => string.Join("\n\n", questions.Select(Question));

    private static string Question(DraftQuestion question) => new StringBuilder()
        .Append(question.Id is null ? "" : $"// [id:{question.Id}]\n")
        .AppendJoin("", question.Tags.Select(tag => $"// [tag:{tag}]\n"))
        .Append(question.Name is null ? "" : $"::{Escaped(question.Name)}::")
        .Append(Text(question.Text.Stem.Plain))
        .Append('{')
        .AppendJoin('\n', Answers(question))
        .Append(question.Text.Explanation.IsEmpty ? "" : $"\n\n####{Text(question.Text.Explanation.Plain)}")
        .Append('}')
        .ToString();

    private static IEnumerable<string> Answers(DraftQuestion question) => question.Type switch
    {
        QuestionType.TrueFalse => Verdict(question.Text.Options),
        QuestionType.Numerical => ["#", .. question.Text.Answers.Select(Typed)],
        QuestionType.FillIn => question.Text.Answers.Select(Typed),
        QuestionType.Matching => question.Text.Pairs.Select(pair => $"={Text(pair.Left.Plain)} -> {Text(pair.Right.Plain)}"),
        _ => question.Text.Options.Select(option => Choice(option, question.Type)),
    };

    private static string Typed(TypedAnswer answer)
    {
        var text = answer.Tolerance is { } tolerance ? string.Create(CultureInfo.InvariantCulture, $"{answer.Text}:{tolerance}") : Text(answer.Text);
        return $"={string.Create(CultureInfo.InvariantCulture, $"%{answer.Weight}%")}{text}{(answer.Feedback is null ? "" : $"#{Text(answer.Feedback.Plain)}")}";
    }

    private static IEnumerable<string> Verdict(IReadOnlyList<Option> options)
    {
        yield return options[0].IsRight ? "TRUE" : "FALSE";
        yield return $"#{Text(options.Single(option => !option.IsRight).Feedback?.Plain)}";
        yield return $"#{Text(options.Single(option => option.IsRight).Feedback?.Plain)}";
    }

    private static string Choice(Option option, QuestionType type)
    {
        var mark = type == QuestionType.SingleChoice && option.IsRight ? "=" : $"~%{option.Weight.ToString(CultureInfo.InvariantCulture)}%";
        return $"{mark}{Text(option.Text.Plain)}{(option.Feedback is null ? "" : $"#{Text(option.Feedback.Plain)}")}";
    }

    /// <summary>A text that begins like something else of GIFT's needs its format named, since only some characters can be escaped.</summary>
    private static string Text(string? text) => text is null ? "" : $"{(text.Length > 0 && text[0] is '[' or '%' or '/' or '$' ? "[plain]" : "")}{Escaped(text)}";

    private static string Escaped(string text) => Special().Replace(text, @"\$0").Replace("\n", @"\n", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\~=#{}:]")]
    private static partial Regex Special();
}
