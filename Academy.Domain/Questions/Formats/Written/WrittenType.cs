using System.Text;
using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>What people call the type of a question; a choice leaves open how many options are right.</summary>
internal enum WrittenType { Choice, SingleChoice, MultipleChoice, AnyChoice, TrueFalse, FillIn, ShortAnswer, Essay, Case }

internal static partial class WrittenTypes
{
    private static readonly Dictionary<string, WrittenType> Names = Synonyms(
        (WrittenType.SingleChoice, "单选 单项选择 单项 单选择 single singlechoice singleselect radio"),
        (WrittenType.MultipleChoice, "多选 多项选择 多项 multi multiple multiselect multipleresponse multipleanswers checkbox"),
        (WrittenType.AnyChoice, "不定项 不定项选择"),
        (WrittenType.Choice, "选择 choice multiplechoice mcq quiz"),
        (WrittenType.TrueFalse, "判断 判断正误 判断对错 正误 正误判断 是非 是非判断 对错 truefalse trueorfalse judge judgment judgement tf"),
        (WrittenType.FillIn, "填空 填充 fillin fillblank fillintheblank fillintheblanks blank gapfill"),
        (WrittenType.ShortAnswer, "简答 问答 简述 名词解释 解答 主观 计算 shortanswer short openended"),
        (WrittenType.Essay, "论述 作文 写作 essay"),
        (WrittenType.Case, "案例 案例分析 材料 材料分析 综合 综合分析 情景 情景分析 阅读理解 case casestudy"));

    /// <summary>The type that a cell or heading names and nothing besides.</summary>
    public static WrittenType? Of(string name)
    {
        var plain = Besides().Replace(name.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), "");
        return Names.TryGetValue(plain.TrimEnd('题'), out var type) ? type : null;
    }

    private static Dictionary<string, WrittenType> Synonyms(params (WrittenType Type, string Names)[] types) =>
        types.SelectMany(t => t.Names.Split(' ').Select(name => (name, t.Type))).ToDictionary(p => p.name, p => p.Type);

    [GeneratedRegex(@"[^\p{L}\p{N}]")]
    private static partial Regex Besides();
}
