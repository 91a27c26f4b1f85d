using System.Text.RegularExpressions;
using Academy.Domain.Files;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>The columns of questions by their heads.</summary>
internal static partial class SheetWords
{
    private static readonly Dictionary<string, SheetPart> Heads = HeadWords.Of(
        (SheetPart.Type, "题型 试题类型 题目类型 试题题型 题目题型 题型名称 类型 题类 questiontype type"),
        (SheetPart.Stem, "题干 题目 题目内容 题目题干 题目描述 题目名称 题目标题 试题 试题内容 试题题干 试题题目 试题名称 题干内容 题面 问题 问题内容 问题描述 "
            + "question questiontext questiontitle questionstem stem"),
        (SheetPart.Options, "选项 选项内容 所有选项 全部选项 题目选项 试题选项 选项列表 备选项 备选答案 候选项 候选答案 可选项 可选答案 题目所有答案 所有答案 options choices"),
        (SheetPart.Key, "答案 正确答案 标准答案 参考答案 试题答案 题目答案 正确选项 答案选项 答案内容 正确答案选项 标准答案选项 key answer answerkey "
            + "correct correctanswer correctanswers correctoption rightanswer"),
        (SheetPart.Explanation, "解析 答案解析 试题解析 题目解析 解析内容 答案详解 详解 解释 答案解释 分析 试题分析 explanation analysis rationale feedback"),
        (SheetPart.Points, "分值 分数 题目分值 试题分值 题目分数 试题分数 默认分值 默认分数 每题分值 points score mark marks"),
        (SheetPart.Difficulty, "难度 难易度 难易程度 难度等级 难度系数 难度级别 题目难度 试题难度 difficulty"),
        (SheetPart.Topic, "知识点 考点 考核点 所属知识点 知识点名称 知识点标签 关联知识点 topic knowledgepoint"),
        (SheetPart.Category, "章节 所属章节 章节名称 分类 所属分类 题目分类 试题分类 分类名称 类别 题库 所属题库 题库名称 目录 科目 模块 chapter category section"),
        (SheetPart.Tag, "标签 题目标签 试题标签 关键字 关键词 tag tags"),
        (SheetPart.Source, "来源 题目来源 试题来源 出处 命题依据 依据 source"),
        (SheetPart.Number, "题号 序号 编号 原题号 题目编号 试题编号 id no number"));

    /// <summary>Null when the head says nothing that is known.</summary>
    public static SheetRole? RoleOf(string head)
    {
        var plain = HeadWords.Plain(head);
        if (Heads.TryGetValue(plain, out var part)) return new SheetRole(part);
        if (OptionHead().Match(plain) is not { Success: true } option) return null;

        var index = IndexOf(option.Groups["at"].Value);
        return index is >= 0 and < QuestionRules.MostOptions ? new SheetRole(SheetPart.Option, index) : null;
    }

    /// <summary>Whether the head of an option counts: 选项1 rather than 选项A.</summary>
    public static bool Counts(string head) => OptionHead().Match(HeadWords.Plain(head)) is { Success: true } option
        && !char.IsAsciiLetterLower(option.Groups["at"].ValueSpan[0]);

    private static int IndexOf(string at)
    {
        if (char.IsAsciiLetterLower(at[0])) return at[0] - 'a';
        return (int.TryParse(at, out var number) ? number : ChineseNumerals.Read(at)) - 1;
    }

    [GeneratedRegex("^(?:(?:选项|备选项|备选答案|备选|候选项|可选项|答案选项|答案|option|choice|answer|opt)(?<at>[a-z]"
        + "|[1-9][0-9]?|[一二三四五六七八九十])|(?<at>[a-z])(?:选项|项|option)?|(?:第)?(?<at>[1-9一二三四五六七八九十])(?:选项))$")]
    private static partial Regex OptionHead();
}
