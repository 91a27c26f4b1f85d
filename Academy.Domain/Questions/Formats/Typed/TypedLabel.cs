using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Typed;

internal enum TypedField { Stem, Answer, Explanation, Difficulty, Topic, Points, Source, Type }

/// <summary>A label and what follows it on its line: 答案：B, 【解析】…, 难度：易.</summary>
internal sealed partial record TypedLabel(TypedField Field, string Rest)
{
    /// <summary>No label is longer; what stands behind one need not be looked at to know it.</summary>
    private const int Longest = 60;

    public static TypedLabel? Of(string line)
    {
        foreach (var (field, label) in Labels())
        {
            if (label.Match(line) is { Success: true } match) return new(field, line[match.Length..].Trim());
        }

        return null;
    }

    /// <summary>Cuts a line before the labels that stand within it.</summary>
    public static IEnumerable<string> Cut(string line)
    {
        var start = 0;
        foreach (Match inner in Inner().Matches(line))
        {
            if (inner.Index == start) continue;
            // What explains may speak of the answer; only a bracketed label ends it.
            if (inner.Groups["bracketed"].Length == 0
                && Of(line[start..Math.Min(inner.Index, start + Longest)].Trim())?.Field == TypedField.Explanation)
            {
                continue;
            }

            yield return line[start..inner.Index].Trim();
            start = inner.Groups["label"].Index;
        }

        yield return line[start..].Trim();
    }

    private static (TypedField Field, Regex Label)[] Labels() =>
        [
            (TypedField.Explanation, Explanation()), (TypedField.Answer, Answer()), (TypedField.Difficulty, Difficulty()),
            (TypedField.Topic, Topic()), (TypedField.Points, Points()), (TypedField.Source, Source()), (TypedField.Type, Type()),
            (TypedField.Stem, Stem()),
        ];

    [GeneratedRegex(
        @"^(?:【\s*(?:(?:答案|试题|本题|题目)\s*)?(?:解析|详解|分析|解答|点评|解释|依据)\s*】\s*[:：]?|(?:答案|试题|本题|题目)?(?:解析|详解|分析|理由|解答|说明|解释|依据|点评)\s*[:：])")]
    private static partial Regex Explanation();

    [GeneratedRegex(
        @"^(?:【\s*(?:本题|正确|参考|标准|试题|我的)*(?:答案|要点)(?:要点)?\s*】\s*[:：]?|[\[（(]\s*(?:正确|参考"
        + @"|标准)?答案\s*[\]）)]\s*[:：]?|[（(]?(?:本题|正确|参考|标准|试题)*(?:答案|要点|答题要点|答案要点|答案示例)\s*[:：]|答\s*[:：]"
        + @"|(?:本题|正确|参考|标准)*答案(?>\s*)(?:为|是)?(?>\s*)(?=[A-ZＡ-Ｚ√×✓✗]+(?>\s*)[)）]?\s*$|(?:对|错|正确|错误)\s*$)|(?:correct\s+)?answer\s*[:：])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^(?:【\s*难易?程?度\s*】\s*[:：]?|难易?程?度(?:系数|等级)?\s*[:：])")]
    private static partial Regex Difficulty();

    [GeneratedRegex(@"^(?:【\s*(?:考点|知识点)\s*】\s*[:：]?|(?:考点|知识点|考查点)\s*[:：])")]
    private static partial Regex Topic();

    [GeneratedRegex(@"^(?:【\s*分[值数]\s*】\s*[:：]?|分[值数]\s*[:：])")]
    private static partial Regex Points();

    [GeneratedRegex(@"^(?:【\s*(?:来源|出处)\s*】\s*[:：]?|(?:来源|出处)\s*[:：])")]
    private static partial Regex Source();

    [GeneratedRegex(@"^(?:【\s*(?:题型|试题类型)\s*】\s*[:：]?|(?:题型|试题类型)\s*[:：])")]
    private static partial Regex Type();

    [GeneratedRegex(@"^(?:【\s*(?:题目|题干|试题)\s*】\s*[:：]?|(?:题目|题干|试题|问题)\s*[:：])")]
    private static partial Regex Stem();

    [GeneratedRegex(@"(?:\^\*\^\s*(?<label>)|(?<label>(?<bracketed>【))(?=\s*(?:[本正参标试我][题确考准的])*(?:答案|解析|详解|难易?程?度|考点|知识点|答案解析"
        + @"|试题解析)\s*】)|(?<=[\s。．.？?；;）)】A-Z])(?<label>)(?=(?:正确|参考|标准)?答案\s*[:：]|(?:答案|试题)?解析\s*[:：]))")]
    private static partial Regex Inner();
}
