using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Browser;

/// <summary>An answer as it is entered, and the points that it earns of ten.</summary>
public sealed record Reply(string Points, Func<AttemptScreen, Task> EnterAsync)
{
    /// <summary>What a marker gives to criteria, where that is not what is suggested; null where the machine marks.</summary>
    public IReadOnlyList<(string Criterion, string Points)>? Marks { get; init; }
}

/// <summary>
/// A question on its way from the editor to the result: how it is written, a right answer, one that misses something,
/// and what the result then says is right.
/// </summary>
public sealed record TypeWay(string Stem, Func<EditorScreen, Task> WriteAsync, Reply Right, Reply Missed, string Key);

/// <summary>The way of each type that is answered.</summary>
public static class TypeWays
{
    public static readonly IReadOnlyDictionary<QuestionType, TypeWay> All = new Dictionary<QuestionType, TypeWay>
    {
        [QuestionType.SingleChoice] = new("发现一张假币，先做什么？",
            editor => editor.RowsAsync("选项 A", "*当面加盖戳记", "退还给客户", "先放进抽屉"),
            new("10", screen => screen.ChooseAsync("当面加盖戳记")),
            new("0", screen => screen.ChooseAsync("退还给客户")),
            "当面加盖戳记"),
        [QuestionType.MultipleChoice] = new("收缴假币时，哪些做法是对的？",
            editor => editor.RowsAsync("选项 A", "*两人当面办理", "*出具收缴凭证", "代客户保管", "先退还再上报", "*告知可以申请鉴定"),
            new("10", screen => screen.ChooseAsync("告知可以申请鉴定", "两人当面办理", "出具收缴凭证")),
            new("5", screen => screen.ChooseAsync("两人当面办理", "出具收缴凭证")),
            "告知可以申请鉴定"),
        [QuestionType.TrueFalse] = new("收缴的假币可以退还给持有人。",
            editor => editor.CheckAsync("错误"),
            new("10", screen => screen.ChooseAsync("错误")),
            new("0", screen => screen.ChooseAsync("正确")),
            "错误"),
        [QuestionType.FillIn] = new("收缴假币要有 [[1]] 名以上业务人员在场，并把 [[2]] 交给持有人。",
            editor => editor.GapsAsync((null, "两\n2"), (null, "假币收缴凭证\n[50%] 凭证")),
            new("10", screen => screen.FillAsync(("第 1 空", "２"), ("第 2 空", "假币收缴凭证"))),
            new("7.5", screen => screen.FillAsync(("第 1 空", "两"), ("第 2 空", "凭证"))),
            "假币收缴凭证"),
        [QuestionType.Numerical] = new("一捆一百元券重约多少克？",
            editor => editor.RowsAsync("数值", "1150|5.5"),
            new("10", screen => screen.FillAsync(("您的答案", "1,155.5"))),
            new("0", screen => screen.FillAsync(("您的答案", "1156"))),
            "1150 ± 5.5"),
        [QuestionType.Matching] = new("把做法和岗位连起来。",
            editor => editor.RowsAsync("第 1 对的左边", "收缴|柜员", "复核|会计主管", "押运|守押员", "引导|大堂经理", "|保洁员"),
            new("10", screen => screen.FillAsync(("收缴", "柜员"), ("复核", "会计主管"), ("押运", "守押员"), ("引导", "大堂经理"))),
            new("7.5", screen => screen.FillAsync(("收缴", "柜员"), ("复核", "会计主管"), ("押运", "守押员"), ("引导", "保洁员"))),
            "大堂经理"),
        [QuestionType.Ordering] = new("按先后排列收缴的步骤。",
            editor => editor.RowsAsync("第 1 步", "当面告知", "加盖戳记", "出具凭证"),
            new("10", screen => screen.SortAsync("当面告知", "加盖戳记", "出具凭证")),
            new("5", screen => screen.SortAsync("加盖戳记", "出具凭证", "当面告知")),
            "当面告知"),
        [QuestionType.ShortAnswer] = new("收缴时要告诉持有人什么？",
            editor => editor.RowsAsync("第 1 条", "可以申请鉴定|3|鉴定", "凭证的用途|2|凭证、收据"),
            new("10", screen => screen.WriteAsync("凭证可以用来申请鉴定。")) { Marks = [] },
            new("7.5", screen => screen.WriteAsync("可以申请鉴定。")) { Marks = [("凭证的用途", "1.5")] },
            "三个工作日"),
        [QuestionType.Essay] = new("说说怎样安抚不愿交出假币的客户。",
            editor => editor.RowsAsync("第 1 条", "态度|1", "依据|1"),
            new("10", screen => screen.WriteAsync("先请坐，再把规定给客户看。")) { Marks = [("态度", "5"), ("依据", "5")] },
            new("4.25", screen => screen.WriteAsync("请保安过来。")) { Marks = [("态度", "0"), ("依据", "4.25")] },
            "三个工作日"),
        [QuestionType.Cloze] = new("[[1]] 名以上业务人员当面 [[2]] 假币，客户在 [[3]] 个工作日内可以申请鉴定。",
            editor => editor.GapsAsync((null, "两\n2"), ("选择", "* 收缴\n没收\n兑换"), ("数值", "3 ± 0")),
            new("10", screen => screen.FillAsync(("第 1 空", "2"), ("第 2 空", "收缴"), ("第 3 空", "3"))),
            new("6.67", screen => screen.FillAsync(("第 1 空", "两"), ("第 2 空", "没收"), ("第 3 空", "3.0"))),
            "收缴"),
        [QuestionType.Case] = new("一位老人持一张疑似假币到柜台兑换，柜员初步判断是假币。",
            async editor =>
            {
                await editor.PartAsync("单选", part => WriteAsync(part, "先做什么？", "选项 A", "*当面告知", "叫保安"));
                await editor.PartAsync("简答", part => WriteAsync(part, "怎样对老人说？", "第 1 条", "讲明依据|1|规定"));
            },
            new("10", screen => AnswerCaseAsync(screen, "当面告知", "按规定不能退还，可以申请鉴定。")) { Marks = [] },
            new("2.5", screen => AnswerCaseAsync(screen, "叫保安", "请您坐下。")) { Marks = [("讲明依据", "2.5")] },
            "当面告知"),
    };

    private static async Task WriteAsync(EditorScreen part, string stem, string first, params string[] rows)
    {
        await part.TypeAsync("题干", stem);
        await part.RowsAsync(first, rows);
    }

    private static async Task AnswerCaseAsync(AttemptScreen screen, string choice, string text)
    {
        await screen.ChooseAsync(choice);
        await screen.Button("下一题").ClickAsync();
        await screen.WriteAsync(text);
    }
}
