using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Data;

namespace Academy.Domain.Questions.Formats;

/// <summary>How a file of questions is written.</summary>
public enum QuestionFormat
{
    Gift,
    Aiken,
    MoodleXml,
    Cloze,
    MissingWord,
}

/// <summary>Tells the formats apart by what a file holds, whatever it is called, and reads it.</summary>
public static partial class QuestionFormats
{
    private const int Beginning = 100;

    /// <summary>Null when the file is no text or in none of the formats.</summary>
    /// <param name="content">What the file holds.</param>
    /// <param name="format">The format, by somebody who knows better than its looks.</param>
    public static (QuestionFormat Format, QuestionFile File)? Read(byte[] content, QuestionFormat? format = null)
    {
        var isXml = XmlDeclaration().IsMatch(Encoding.Latin1.GetString(content.AsSpan()[..Math.Min(content.Length, Beginning)]));
        if ((isXml ? ReadableText.OfXml(content) : ReadableText.Of(content)) is not { } text || (format ?? FormatOf(text)) is not { } known) return null;

        var file = Read(text, known);
        return (known, !isXml && ReadableText.IsWestern(content) ? file with { Remarks = [new(0, 0, ReadingProblem.WesternEncoding, ""), .. file.Remarks] } : file);
    }

    private static QuestionFile Read(string text, QuestionFormat format) => format switch
    {
        QuestionFormat.Aiken => AikenReader.Read(text),
        QuestionFormat.MoodleXml => MoodleXmlReader.Read(text),
        QuestionFormat.Cloze => ClozeReader.Read(text),
        QuestionFormat.MissingWord => MissingWordReader.Read(text),
        _ => GiftReader.Read(text),
    };

    private static QuestionFormat? FormatOf(string text)
    {
        if (MoodleQuiz().IsMatch(text)) return QuestionFormat.MoodleXml;
        if (AikenAnswer().IsMatch(text)) return QuestionFormat.Aiken;
        if (ClozeText.IsIn(text)) return QuestionFormat.Cloze;
        if (MissingWordReader.IsIn(text) && !GiftMark().IsMatch(text)) return QuestionFormat.MissingWord;
        return text.Contains('{', StringComparison.Ordinal) && text.Contains('}', StringComparison.Ordinal) ? QuestionFormat.Gift : null;
    }

    [GeneratedRegex(@"^[^\S\n]*ANSWER[^\S\n]*[:：][^\S\n]*[A-Z][^\S\n]*$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AikenAnswer();

    [GeneratedRegex(@"^(ï»¿)?\s*<\?xml\s")]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex(@"\A\s*(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>)\s*)*<quiz[\s>/]", RegexOptions.Singleline)]
    private static partial Regex MoodleQuiz();

    [GeneratedRegex(@"^[^\S\n]*(?:::|//|\$CATEGORY:|\[(?:html|plain|moodle|markdown)\])|~\s*%|####|\{\s*(?:T|F|TRUE|FALSE|\#)", RegexOptions.Multiline)]
    private static partial Regex GiftMark();
}
