using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Written;

namespace Academy.Domain.Questions.Formats.Cloze;

/// <summary>One "=right", "wrong" or "%50%half right" with its feedback. The weight is null when it makes no sense.</summary>
internal sealed partial record ClozeAnswer(string Text, decimal? Weight, string? Feedback)
{
    public static ClozeAnswer Read(string written)
    {
        var mark = Mark().Match(written);
        var rest = written[mark.Length..];
        var feedback = ClozeMarks.Find(rest, '#');
        return new(
            ClozeMarks.Restore(feedback < 0 ? rest : rest[..feedback]).Trim(),
            WeightOf(mark),
            feedback < 0 ? null : ClozeMarks.Restore(rest[(feedback + 1)..]).Trim());
    }

    private static decimal? WeightOf(Match mark)
    {
        if (mark.Groups["weight"] is not { Success: true } weight) return mark.Value.Contains('=', StringComparison.Ordinal) ? 100 : 0;
        return WrittenNumber.Parse(weight.Value.Replace(',', '.')) is >= -100 and <= 100 and var percentage ? percentage : null;
    }

    [GeneratedRegex(@"^\s*(?:=|%(?<weight>-?[0-9][0-9.,]{0,15})%)?")]
    private static partial Regex Mark();
}
