using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

/// <summary>A whole question of every type, with everything that a trainer can say.</summary>
internal static class Written
{
    public static readonly IReadOnlyDictionary<QuestionType, QuestionText> All = new QuestionText[]
    {
        Of(QuestionType.SingleChoice, "发现一张假币，先做什么？") with
        {
            Options = [new("a", "当面加盖印章", 100) { Feedback = "对" }, new("b", "退还客户", 0) { Feedback = "不可以退还" }],
        },
        Of(QuestionType.MultipleChoice, "收缴时要做哪些？") with
        {
            Options = [new("a", "两人在场", 50), new("b", "出具凭证", 50), new("c", "退还客户", -100)],
            Points = 2.5m,
        },
        Of(QuestionType.TrueFalse, "收缴的假币可以退还。") with
        {
            Options = [new("true", "true", 0) { Feedback = "再读一遍" }, new("false", "false", 100)],
        },
        Of(QuestionType.FillIn, "收缴后开具[[1]]。") with
        {
            Answers = [new("《假币收缴凭证》", 100), new("假币收缴凭证", 100), new("凭证", 50, null, "请写全称")],
            MatchesCase = true,
        },
        Of(QuestionType.Numerical, "一张假币收缴后，几个工作日内可以申请鉴定？") with
        {
            Answers = [new("3", 100, 0), new("3.5", 50, 0.5m, "差一点"), new("*", 0, null, "再看看条款")],
        },
        Of(QuestionType.Matching, "对应起来。") with { Pairs = [new("伪造", "仿制真币"), new("变造", "加工真币"), new(Prose.Empty, "流通真币")] },
        Of(QuestionType.Ordering, "排出收缴的次序。") with { Options = [new("a", "告知", 0), new("b", "盖章", 0), new("c", "开凭证", 0)] },
        Of(QuestionType.ShortAnswer, "客户不认可时怎么办？") with { Criteria = [new("告知可以申请鉴定", 2, ["鉴定", "申请"]), new("态度平和", 1, [])] },
        Of(QuestionType.Essay, "谈谈您的做法。") with { Criteria = [new("依据条款", 5, [])] },
        Of(QuestionType.Cloze, "由[[1]]名人员当面加盖[[2]]，期限[[3]]日。") with
        {
            Gaps =
            [
                new(QuestionType.SingleChoice, 1, [new("a", "两", 100), new("b", "一", 0) { Feedback = "要两人" }], []),
                new(QuestionType.FillIn, 2, [], [new("假币印章", 100), new("A|B", 50)]),
                new(QuestionType.Numerical, 1, [], [new("3", 100, 0.5m)]),
            ],
        },
        Of(QuestionType.Case, "一位老人拿来一张可疑的百元纸币……") with
        {
            Parts =
            [
                new()
                {
                    Type = QuestionType.SingleChoice,
                    Stem = "先做什么？",
                    Options = [new("a", "请老人稍等", 100), new("b", "报警", 0)],
                    Points = 2,
                },
                new() { Type = QuestionType.TrueFalse, Stem = "要两人在场。", Options = [new("true", "true", 100), new("false", "false", 0)] },
            ],
        },
        Of(QuestionType.Description, "以下三题都与收缴有关。"),
    }.ToDictionary(text => text.Type);

    private static QuestionText Of(QuestionType type, string stem) => new()
    {
        Type = type,
        Stem = stem,
        Explanation = "见条款。",
        Topic = "counterfeit-currency/on-the-spot",
        Difficulty = 3,
        Norm = "skill",
    };
}
