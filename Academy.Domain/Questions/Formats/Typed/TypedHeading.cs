using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Written;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>A heading over questions: 一、单选题（每题2分，共20分）. The type is null where it names none.</summary>
internal sealed partial record TypedHeading(string Name, WrittenType? Type, decimal? Points)
{
    private const int Longest = 160;

    /// <summary>A line that names a type of questions; null when it is none.</summary>
    public static TypedHeading? Of(string line)
    {
        if (line.Length > Longest || Heading().Match(line) is not { Success: true } heading) return null;

        var name = heading.Groups["name"].Value.Trim();
        var note = heading.Groups["note"].Value;
        var isNumbered = heading.Groups["ordinal"].Length > 0;
        if (TypeOf(name, isNumbered) is not { } type) return null;

        return new TypedHeading(name, type == WrittenType.Choice ? Refined(note) : type, PointsOf(note));
    }

    public static decimal? PointsOf(string note) =>
        Each().Match(note) is { Success: true } each
        && decimal.TryParse(each.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
        && points > 0 ? points : null;

    public bool IsLike(TypedHeading other) => Name == other.Name || (Type is not null && Type == other.Type);

    private static WrittenType? TypeOf(string name, bool isNumbered)
    {
        if (WrittenTypes.Of(name) is { } exact && (isNumbered || name.EndsWith('题'))) return exact;
        return Ending().Match(name) is { Success: true } ending ? WrittenTypes.Of(ending.Value) : null;
    }

    private static WrittenType Refined(string note)
    {
        if (note.Contains("不定项", StringComparison.Ordinal)) return WrittenType.AnyChoice;

        return (note.Contains("单选", StringComparison.Ordinal), note.Contains("多选", StringComparison.Ordinal)) switch
        {
            (true, false) => WrittenType.SingleChoice,
            (false, true) => WrittenType.MultipleChoice,
            _ => WrittenType.Choice,
        };
    }

    [GeneratedRegex(@"^(?>[【\[#*\s]*)(?<ordinal>(?:第\s*)?[一二三四五六七八九十ⅠⅡⅢⅣⅤⅥ]{1,3}\s*(?:部分|大题|[、.．:：])(?>\s*[:：、]?)|[（(][一二三四五六七八九十]{1,3}[)）]"
        + @"|[（(]?\d{1,2}[)）.、．])?(?>\s*)(?<name>[^（(【\[：:，,。；;？?]{2,20}?)[】\]*]*\s*(?<note>(?:[（(【\[：:，,。；;]|共|每|本).*)?$")]
    private static partial Regex Heading();

    [GeneratedRegex("(?:单选|单项选择|多选|多项选择|不定项选择|不定项|选择|判断|填空|简答|问答|名词解释|论述|案例分析|案例|材料分析|综合分析)题$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"(?:每(?>\s*小?\s*)[题道]|各)(?>\s*得?\s*)(\d{1,3}(?:\.\d)?)\s*分")]
    private static partial Regex Each();
}
