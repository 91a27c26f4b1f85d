using System.Globalization;
using System.Net;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>Writes the text of one question as GIFT: its stem, and its answers and explanation between braces.</summary>
internal sealed class GiftAnswersWriter(QuestionText text)
{
    private const string Arrow = GiftChoice.PairMark;

    // In a question whose stem is formatted every text is taken to be so, unless it says otherwise.
    private readonly bool isFormatted = text.Stem.Html is not null;

    public string Write()
    {
        if (text.Type == QuestionType.Description) return Stem;
        var explanation = text.Explanation.IsEmpty ? "" : $"####{Written(text.Explanation)}";
        return Answers().ToList() switch
        {
            [] => $"{Stem}{{{explanation}}}",
            [var only] when explanation.Length == 0 => $"{Stem}{{{only}}}",
            var answers => $"{Stem}{{\n\t{string.Join("\n\t", explanation.Length == 0 ? answers : [.. answers, explanation])}\n}}",
        };
    }

    private string Stem => Written(text.Stem, isStem: true);

    private IEnumerable<string> Answers() => text.Type switch
    {
        QuestionType.SingleChoice => text.Options.Select(option => Choice(MarkOf(option), option)),
        QuestionType.MultipleChoice => text.Options.Select(option => Choice(Weighted('~', option.Weight, 0), option)),
        QuestionType.TrueFalse => [Verdict()],
        QuestionType.Numerical => ["#", .. text.Answers.Select(Number)],
        QuestionType.FillIn =>
            text.Answers.Select(answer => $"{Weighted('=', answer.Weight, 100)}{WithoutArrow(answer.Text)}{Feedback(answer.Feedback)}"),
        QuestionType.Matching => text.Pairs.Select(pair => $"={WithoutArrow(pair.Left)} {Arrow} {Written(pair.Right)}"),
        _ => [],
    };

    /// <summary>One of the options must have an equals sign: it makes the choice a single one.</summary>
    private string MarkOf(Option option)
    {
        if (option.Weight == 100) return "=";
        var isBest = text.Options.All(other => other.Weight < 100) && option == text.Options.MaxBy(other => other.Weight);
        return Weighted(isBest ? '=' : '~', option.Weight, 0);
    }

    private string Choice(string mark, Option option) => $"{mark}{Written(option.Text)}{Feedback(option.Feedback)}";

    private string Verdict()
    {
        var right = text.Options.FirstOrDefault(option => option.IsRight);
        var (ifRight, ifWrong) = (right?.Feedback, text.Options.FirstOrDefault(option => option != right)?.Feedback);
        var feedback = ifRight is null ? Feedback(ifWrong) : $"#{(ifWrong is null ? "" : Written(ifWrong))}{Feedback(ifRight)}";
        return $"{(right?.Key == "true" ? "TRUE" : "FALSE")}{feedback}";
    }

    private string Number(TypedAnswer answer)
    {
        var tolerance = answer.Tolerance is > 0 and var width ? string.Create(CultureInfo.InvariantCulture, $":{width}") : "";
        return $"{Weighted('=', answer.Weight, 100)}{answer.Text}{tolerance}{Feedback(answer.Feedback)}";
    }

    private string Feedback(Prose? feedback) =>
        feedback is null ? "" : $"#{Written(feedback, mayHoldArrow: text.Type != QuestionType.FillIn)}";

    /// <summary>An arrow would make two of it, and no escape keeps it from that.</summary>
    private string WithoutArrow(Prose prose) => Written(prose, mayHoldArrow: false);

    private string Written(Prose prose, bool isStem = false, bool mayHoldArrow = true)
    {
        if (prose.Html is { } html) return $"[html]{GiftEscapes.Write(FormattedText.ToPluginFiles(html))}";
        if (!mayHoldArrow && prose.Plain.Contains(Arrow, StringComparison.Ordinal))
            return $"[html]{GiftEscapes.Write(WebUtility.HtmlEncode(prose.Plain).Replace("\n", "<br>", StringComparison.Ordinal))}";

        var needsFormat = prose.Plain is ['[' or '%' or '/' or '$', ..] || (isFormatted && !isStem && !prose.IsEmpty);
        return $"{(needsFormat ? "[plain]" : "")}{GiftEscapes.Write(prose.Plain)}";
    }

    private static string Weighted(char mark, decimal weight, decimal unsaid) =>
        weight == unsaid ? $"{mark}" : string.Create(CultureInfo.InvariantCulture, $"{mark}%{weight}%");
}
