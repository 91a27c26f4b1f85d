using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Files;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Formats.Aiken;
using Academy.Domain.Questions.Formats.Cloze;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Formats.Moodle;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Typed;
using Academy.Domain.Questions.Formats.Word;

namespace Academy.Domain.Questions.Formats;

/// <summary>How a file of questions is written.</summary>
public enum QuestionFormat { Xlsx, Csv, Text, Docx, Gift, MoodleXml, Aiken, Cloze, MissingWord }

/// <summary>Tells the formats apart by what a file holds, whatever it is called, and reads it.</summary>
public static partial class QuestionFormats
{
    private const int Beginning = 100;
    private const int ClearMajority = 3;

    /// <summary>Null when the file is in none of the formats, or may be in several: then somebody has to say which.</summary>
    /// <param name="content">The file.</param>
    /// <param name="format">What somebody said.</param>
    /// <param name="mappings">What somebody decided on the columns of its sheets, by their names.</param>
    /// <param name="ct">Whether there is time to read on.</param>
    public static (QuestionFormat Format, QuestionFile File)? Read(
        byte[] content,
        QuestionFormat? format = null,
        IReadOnlyDictionary<string, SheetMapping>? mappings = null,
        CancellationToken ct = default)
    {
        if ((format ?? (Candidates(content) is [var only] ? only : null)) is not { } chosen) return null;
        return ReadAs(content, chosen, mappings, ct) is { } file ? (chosen, file) : null;
    }

    /// <summary>Whether its questions stand in columns, which somebody may map.</summary>
    public static bool HasColumns(this QuestionFormat format) => format is QuestionFormat.Xlsx or QuestionFormat.Csv;

    /// <summary>The filled sheets of a file with columns; none where it cannot be read.</summary>
    public static IReadOnlyList<Sheet> SheetsOf(byte[] content, QuestionFormat format, CancellationToken ct)
    {
        try
        {
            IReadOnlyList<Sheet> sheets = format switch
            {
                QuestionFormat.Xlsx => WorkbookParts.Read(content, ct).Sheets,
                QuestionFormat.Csv when TextOf(content) is { } text => [CsvReader.SheetOf(text, ct)],
                _ => [],
            };
            return [.. sheets.Where(sheet => sheet.Rows.Count > 0)];
        }
        catch (SheetRefusedException)
        {
            return [];
        }
    }

    /// <summary>The formats that the file may be in.</summary>
    public static IReadOnlyList<QuestionFormat> Candidates(byte[] content)
    {
        if (ZipBounds.NamesIn(content) is not { } parts) return TextOf(content) is { } text ? CandidatesOf(text) : [];
        if (parts.Contains("xl/workbook.xml")) return [QuestionFormat.Xlsx];
        return parts.Contains("word/document.xml") ? [QuestionFormat.Docx] : [];
    }

    /// <summary>Null when it is no text although the format is one.</summary>
    private static QuestionFile? ReadAs(
        byte[] content, QuestionFormat format, IReadOnlyDictionary<string, SheetMapping>? mappings, CancellationToken ct) => format switch
        {
            QuestionFormat.Xlsx => WorkbookReader.Read(content, mappings, ct),
            QuestionFormat.Docx => WordReader.Read(content, ct),
            _ => TextOf(content) is { } text
                ? WithEncoding(
                    content,
                    format == QuestionFormat.Csv
                        ? CsvReader.Read(text, mappings?.GetValueOrDefault(""), ct)
                        : ReadAs(text, format, ct))
                : null,
        };

    private static string? TextOf(byte[] content) => IsXml(content) ? ReadableText.OfXml(content) : ReadableText.Of(content);

    private static bool IsXml(byte[] content) =>
        XmlDeclaration().IsMatch(Encoding.Latin1.GetString(content.AsSpan()[..Math.Min(content.Length, Beginning)]));

    private static QuestionFile WithEncoding(byte[] content, QuestionFile file) => !IsXml(content) && ReadableText.IsWestern(content)
        ? file with { Remarks = [new(0, 0, ReadingProblem.WesternEncoding, ""), .. file.Remarks] }
        : file;

    private static QuestionFile ReadAs(string text, QuestionFormat format, CancellationToken ct) => format switch
    {
        QuestionFormat.Aiken => AikenReader.Read(text, ct),
        QuestionFormat.Text => TypedReader.Read(text, ct: ct),
        QuestionFormat.MoodleXml => MoodleXmlReader.Read(text, ct),
        QuestionFormat.Cloze => ClozeReader.Read(text, ct),
        QuestionFormat.MissingWord => MissingWordReader.Read(text, ct),
        _ => GiftReader.Read(text, ct),
    };

    private static IReadOnlyList<QuestionFormat> CandidatesOf(string text)
    {
        if (MoodleQuiz().IsMatch(text)) return [QuestionFormat.MoodleXml];
        if (CsvReader.CanRead(text)) return [QuestionFormat.Csv];
        if (ClozeText.IsIn(text)) return [QuestionFormat.Cloze];

        var (labels, braces) = (Labels().Count(text), GiftAnswers().Count(text));
        if (AikenAnswer().IsMatch(text)) return labels > 0 ? [QuestionFormat.Aiken, QuestionFormat.Text] : [QuestionFormat.Aiken];
        if (labels == 0 && MissingWordReader.IsIn(text) && !GiftMark().IsMatch(text)) return [QuestionFormat.MissingWord];
        if (braces > 0 && labels > 0)
        {
            if (labels >= braces * ClearMajority) return [QuestionFormat.Text];
            return braces >= labels * ClearMajority ? [QuestionFormat.Gift] : [QuestionFormat.Gift, QuestionFormat.Text];
        }

        if (braces > 0) return [QuestionFormat.Gift];
        if (labels > 0 || Numbered().Count(text) > 1 || Options().IsMatch(text)) return [QuestionFormat.Text];
        return (text.Contains('{', StringComparison.Ordinal) && text.Contains('}', StringComparison.Ordinal)) || GiftMark().IsMatch(text)
            ? [QuestionFormat.Gift]
            : [];
    }

    [GeneratedRegex(
        @"^[^\S\n]*ANSWER[^\S\n]*[:：][^\S\n]*[A-Z][^\S\n]*$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AikenAnswer();

    // Only what GIFT alone writes between braces: marks of right and wrong, of numbers and true or false, or nothing.
    [GeneratedRegex(@"(?<!\\)\{\s*(?:[TF](?:RUE|ALSE)?\s*(?:#[^{}]{0,2000})?|[=~#][^{}]{0,8000})?\}", RegexOptions.IgnoreCase)]
    private static partial Regex GiftAnswers();

    [GeneratedRegex(@"答案\s*[:：】]|^[ \t]*(?:参考|标准|正确)?答案[ \t]*$|[【^]\s*解析|^[ \t]*(?:题目|题干|参考要点)\s*[:：]", RegexOptions.Multiline)]
    private static partial Regex Labels();

    [GeneratedRegex(@"^[ \t　]*(?:(?:第\s*)?\d{1,4}\s*[.．、题](?!\d)|[（(]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、)", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^[ \t　]*[AＡ]\s*[.．、)）].*\r?\n[ \t　]*[BＢ]\s*[.．、)）]|[（(]\s*(?:[√×]|对|错|正确|错误|[A-H]{1,8})\s*[)）]",
        RegexOptions.Multiline)]
    private static partial Regex Options();

    [GeneratedRegex(@"^(ï»¿)?\s*<\?xml\s")]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex(@"\A\s*(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)\s*)*<quiz[\s>/]", RegexOptions.Singleline)]
    private static partial Regex MoodleQuiz();

    [GeneratedRegex(
        @"^[^\S\n]*(?:::|//|\$CATEGORY:|\[(?:html|plain|moodle|markdown)\])|~\s*%|####|\{\s*(?:T|F|TRUE|FALSE|\#)",
        RegexOptions.Multiline)]
    private static partial Regex GiftMark();
}
