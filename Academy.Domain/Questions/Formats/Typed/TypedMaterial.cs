using System.Globalization;
using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>A text that several questions ask about: 根据以下材料回答 1-2 题, or 材料一：… until the next heading.</summary>
internal sealed partial class TypedMaterial(int? lastQuestion)
{
    private readonly List<string> lines = [];

    public string Text => string.Join('\n', lines);

    public static TypedMaterial? Of(string line)
    {
        if (Instruction().Match(line) is { Success: true } instruction)
        {
            return new TypedMaterial(instruction.Groups["to"].Success
                ? int.Parse(instruction.Groups["to"].ValueSpan, CultureInfo.InvariantCulture)
                : null);
        }

        if (!Title().IsMatch(line)) return null;

        var material = new TypedMaterial(null);
        material.Take(line);
        return material;
    }

    public void Take(string line) => lines.Add(line);

    public bool EndsBefore(int question) => lastQuestion < question;

    [GeneratedRegex(@"^[（(【]?(?:请?根据|请?阅读|请?结合|依据).{0,24}(?:材料|资料|案例|短文|图表|文字).{0,20}(?:回答|完成|作答"
        + @"|解答).{0,10}?(?:(?<from>\d{1,3})(?>\s*题?\s*)[-~～—–至到]{1,2}\s*(?<to>\d{1,3}))?.{0,10}$")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^[【（(]?(?:材料|资料|案例|背景材料|案例背景)(?>\s*[一二三四五六七八九十\d]{0,2}\s*)(?:[】）)]\s*)?[:：】]")]
    private static partial Regex Title();
}
