using System.Text.RegularExpressions;
using Academy.Domain.Data;

namespace Academy.Domain.Questions.Formats;

/// <summary>How a file of questions is written.</summary>
public enum QuestionFormat { Gift, Aiken }

/// <summary>Tells the formats apart by what a file holds, whatever it is called, and reads it.</summary>
public static partial class QuestionFormats
{
    /// <summary>Null when the file is no text or in none of the formats.</summary>
    public static (QuestionFormat Format, QuestionFile File)? Read(byte[] content) => ReadableText.Of(content) is { } text && FormatOf(text) is { } format
        ? (format, format == QuestionFormat.Aiken ? AikenReader.Read(text) : GiftReader.Read(text))
        : null;

    private static QuestionFormat? FormatOf(string text)
    {
        if (AikenAnswer().IsMatch(text)) return QuestionFormat.Aiken;
        return text.Contains('{', StringComparison.Ordinal) && text.Contains('}', StringComparison.Ordinal) ? QuestionFormat.Gift : null;
    }

    [GeneratedRegex(@"^\s*ANSWER\s*[:：]\s*[A-Z]\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AikenAnswer();
}
