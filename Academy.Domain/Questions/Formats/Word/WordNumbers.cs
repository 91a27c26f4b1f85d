using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Academy.Domain.Questions.Formats.Word;

/// <summary>The numbers and letters that Word counts by itself, as they are shown before a paragraph: "3." or "B."</summary>
internal sealed partial class WordNumbers(MainDocumentPart main)
{
    private const string Digits = "零一二三四五六七八九";
    private const int Levels = 9;

    private readonly Dictionary<int, int?[]> counts = [];
    private readonly Dictionary<string, Style> styles = main.StyleDefinitionsPart?.Styles
        ?.Elements<Style>()
        .Where(style => style.StyleId?.Value is not null)
            .GroupBy(style => style.StyleId!.Value!)
        .ToDictionary(same => same.Key, same => same.First()) ?? [];

    private readonly Dictionary<int, NumberingInstance> lists = main.NumberingDefinitionsPart?.Numbering
        ?.Elements<NumberingInstance>()
        .Where(list => list.NumberID?.Value is not null)
            .GroupBy(list => list.NumberID!.Value)
        .ToDictionary(same => same.Key, same => same.First()) ?? [];

    private readonly Dictionary<int, AbstractNum> patterns = main.NumberingDefinitionsPart?.Numbering
        ?.Elements<AbstractNum>()
        .Where(pattern => pattern.AbstractNumberId?.Value is not null)
            .GroupBy(pattern => pattern.AbstractNumberId!.Value)
        .ToDictionary(same => same.Key, same => same.First()) ?? [];

    /// <summary>Counts on; empty where nothing, or a bullet, is shown.</summary>
    public string Before(Paragraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties
            ?? OfStyle(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        if (numbering?.NumberingId?.Val?.Value is not (> 0 and var id) || !lists.TryGetValue(id, out var list)) return "";
        if (list.AbstractNumId?.Val?.Value is not { } patternId || !patterns.TryGetValue(patternId, out var pattern)) return "";

        var level = Math.Clamp(numbering.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        Count(list, pattern, id, level);
        if (LevelOf(list, pattern, level) is not { } shown || shown.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet) return "";
        return Place().Replace(
            shown.LevelText?.Val?.Value ?? "",
            place => Show(list, pattern, id, int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1));
    }

    private NumberingProperties? OfStyle(string? id)
    {
        for (var steps = 0; id is not null && steps < 10 && styles.TryGetValue(id, out var style); id = style.BasedOn?.Val?.Value, steps++)
            if (style.StyleParagraphProperties?.NumberingProperties is { } numbering) return numbering;
        return null;
    }

    private void Count(NumberingInstance list, AbstractNum pattern, int id, int level)
    {
        var count = CountsOf(list, pattern, id);
        count[level] = count[level] is { } before ? before + 1 : Start(list, pattern, level);
        for (var above = 0; above < level; above++) count[above] ??= Start(list, pattern, above);
        for (var below = level + 1; below < Levels; below++) count[below] = null;
    }

    /// <summary>Lists of one pattern count on together unless one begins anew.</summary>
    private int?[] CountsOf(NumberingInstance list, AbstractNum pattern, int id)
    {
        var key = list.Elements<LevelOverride>().Any(level => level.StartOverrideNumberingValue is not null)
            ? id
            : -1 - (pattern.AbstractNumberId?.Value ?? 0);
        if (!counts.TryGetValue(key, out var count)) counts[key] = count = new int?[Levels];
        return count;
    }

    private string Show(NumberingInstance list, AbstractNum pattern, int id, int level)
    {
        if (level is < 0 or >= Levels) return "";

        var number = CountsOf(list, pattern, id)[level] ?? 1;
        var format = LevelOf(list, pattern, level)?.NumberingFormat?.Val?.Value;
        if (format == NumberFormatValues.UpperLetter && number is >= 1 and <= 26) return $"{(char)('A' + number - 1)}";
        if (format == NumberFormatValues.LowerLetter && number is >= 1 and <= 26) return $"{(char)('a' + number - 1)}";
        if (format == NumberFormatValues.DecimalEnclosedCircle || format == NumberFormatValues.DecimalEnclosedCircleChinese)
            return number is >= 1 and <= 20 ? $"{(char)('①' + number - 1)}" : $"{number}";
        return format == NumberFormatValues.ChineseCounting
            || format == NumberFormatValues.ChineseCountingThousand
            || format == NumberFormatValues.JapaneseCounting
            || format == NumberFormatValues.TaiwaneseCountingThousand
            ? Chinese(number) : number.ToString(CultureInfo.InvariantCulture);
    }

    private static Level? LevelOf(NumberingInstance list, AbstractNum pattern, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(own => own.LevelIndex?.Value == level)?.Level
        ?? pattern.Elements<Level>().FirstOrDefault(own => own.LevelIndex?.Value == level);

    private static int Start(NumberingInstance list, AbstractNum pattern, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(own => own.LevelIndex?.Value == level)?.StartOverrideNumberingValue?.Val?.Value
        ?? LevelOf(list, pattern, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static string Chinese(int number) => number switch
    {
        < 10 => $"{Digits[Math.Max(0, number)]}",
        < 100 => $"{(number < 20 ? "" : Digits[number / 10])}十{(number % 10 > 0 ? Digits[number % 10] : "")}",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Place();
}
