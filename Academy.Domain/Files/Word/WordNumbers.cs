using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Academy.Domain.Files.Word;

/// <summary>What Word counts by itself before a paragraph.</summary>
/// <param name="Level">How deep in its list, from 0.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Pattern">How it is written, such as "第%1条" or "%1.".</param>
/// <param name="Shown">What is shown: "3." or "B."; nothing for a bullet.</param>
/// <param name="IsOrdered">Whether it is counted at all.</param>
/// <param name="IsPlain">Whether it is counted as every list is: 1. 2. 3.</param>
internal sealed record WordNumber(int Level, int Count, string Pattern, string Shown, bool IsOrdered, bool IsPlain);

/// <summary>The numbers and letters that Word counts by itself.</summary>
internal sealed partial class WordNumbers(Numbering? numbering)
{
    private const int Levels = 9;
    private const int Letters = 26;
    private const int Circles = 20;

    private static readonly HashSet<NumberFormatValues> Chinese =
    [
        NumberFormatValues.ChineseCounting, NumberFormatValues.ChineseCountingThousand, NumberFormatValues.JapaneseCounting,
        NumberFormatValues.TaiwaneseCountingThousand,
    ];

    private readonly Dictionary<int, int?[]> counts = [];
    private readonly Dictionary<int, NumberingInstance> lists = (numbering?.Elements<NumberingInstance>() ?? [])
        .Where(list => list.NumberID?.Value is not null)
        .GroupBy(list => list.NumberID!.Value)
        .ToDictionary(same => same.Key, same => same.First());

    private readonly Dictionary<int, AbstractNum> patterns = (numbering?.Elements<AbstractNum>() ?? [])
        .Where(pattern => pattern.AbstractNumberId?.Value is not null)
        .GroupBy(pattern => pattern.AbstractNumberId!.Value)
        .ToDictionary(same => same.Key, same => same.First());

    /// <summary>Counts on; null where the paragraph stands in no list.</summary>
    public WordNumber? Next(Paragraph paragraph, IEnumerable<Style> styles)
    {
        var place = paragraph.ParagraphProperties?.NumberingProperties
            ?? styles.Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(own => own is not null);
        if (place?.NumberingId?.Val?.Value is not (> 0 and var id) || !lists.TryGetValue(id, out var list)) return null;
        if (list.AbstractNumId?.Val?.Value is not { } patternId || !patterns.TryGetValue(patternId, out var pattern)) return null;

        var level = Math.Clamp(place.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        var count = Count(list, pattern, id, level);
        return LevelOf(list, pattern, level) is { } shown ? NumberOf(shown, level, count, at => Show(list, pattern, count, at)) : null;
    }

    private static WordNumber NumberOf(Level shown, int level, int?[] count, Func<int, string> show)
    {
        var format = shown.NumberingFormat?.Val?.Value;
        var text = shown.LevelText?.Val?.Value ?? "";
        return new WordNumber(
            level,
            count[level] ?? 1,
            text,
            format == NumberFormatValues.Bullet
                ? ""
                : Place().Replace(text, place => show(int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1)),
            format is not null && format != NumberFormatValues.Bullet && format != NumberFormatValues.None,
            format == NumberFormatValues.Decimal && text.TrimEnd('.', '、') == $"%{level + 1}");
    }

    private int?[] Count(NumberingInstance list, AbstractNum pattern, int id, int level)
    {
        var count = CountsOf(list, pattern, id);
        count[level] = count[level] is { } before ? before + 1 : Start(list, pattern, level);
        for (var above = 0; above < level; above++) count[above] ??= Start(list, pattern, above);
        for (var below = level + 1; below < Levels; below++) count[below] = null;
        return count;
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

    private static string Show(NumberingInstance list, AbstractNum pattern, int?[] count, int level)
    {
        var number = count[level] ?? 1;
        var format = LevelOf(list, pattern, level)?.NumberingFormat?.Val?.Value;
        if (format == NumberFormatValues.None) return "";
        if (format == NumberFormatValues.UpperLetter && number is >= 1 and <= Letters) return $"{(char)('A' + number - 1)}";
        if (format == NumberFormatValues.LowerLetter && number is >= 1 and <= Letters) return $"{(char)('a' + number - 1)}";
        if (format is { } named && Chinese.Contains(named)) return ChineseNumerals.Of(number);

        var isCircled = format == NumberFormatValues.DecimalEnclosedCircle || format == NumberFormatValues.DecimalEnclosedCircleChinese;
        return isCircled && number is >= 1 and <= Circles ? $"{(char)('①' + number - 1)}" : number.ToString(CultureInfo.InvariantCulture);
    }

    private static Level? LevelOf(NumberingInstance list, AbstractNum pattern, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(own => own.LevelIndex?.Value == level)?.Level
        ?? pattern.Elements<Level>().FirstOrDefault(own => own.LevelIndex?.Value == level);

    private static int Start(NumberingInstance list, AbstractNum pattern, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(own => own.LevelIndex?.Value == level)?.StartOverrideNumberingValue?.Val?.Value
        ?? LevelOf(list, pattern, level)?.StartNumberingValue?.Val?.Value ?? 1;

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Place();
}
