using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Browser;

/// <summary>A trainer's bank with questions of every type and in every state, long ones too.</summary>
internal static class Shelf
{
    public const string Title = "柜面业务与反假货币（四季度）";

    private const string Long = "客户持一张面额一百元的人民币到柜台要求兑换，柜员初步判断为假币，并由两名以上取得反假货币知识培训合格的业务人员当面予以收缴，这时应当怎样向持有人说明收缴的依据、凭证的用途和申请鉴定的办法？";

    private static readonly string[] Ways = ["当面加盖“假币”戳记并出具收缴凭证", "先退还持有人，再报告上级", "出具盖章的假币收缴凭证并告知可以申请鉴定", "装入信封寄给当地公安机关"];

    public static async Task FillAsync(AcademyDb db)
    {
        var trainer = await db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync();
        var bank = new Bank("shelf")
        {
            Title = Title,
            Description = "供四季度测验使用，含情景题。",
            OwnerId = trainer,
            Access = BankAccess.Editable,
            RequiresReview = true,
        };
        var (cash, seizing) = (new Category("现金收付", null), new Category("假币收缴与鉴定", null));
        foreach (var category in new[] { cash, seizing, new Category("收缴程序与当面告知义务", seizing) }) bank.Categories.Add(category);
        foreach (var (index, text) in Texts.Index())
        {
            var question = new Question($"GM-{index + 1:000}", bank) { Category = index % 2 == 0 ? cash : seizing };
            db.Add(Write(question, text, index, trainer));
        }

        await db.Clauses
            .Where(c => c.Slug == "know-your-product")
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.RevisedAt, TestClock.Tuesday.AddHours(1)));
    }

    private static IEnumerable<QuestionText> Texts =>
    [
        Of(QuestionType.SingleChoice, Long) with { Options = Choices(1), Topic = "professional-ethics/know-your-product" },
        Of(QuestionType.SingleChoice, $"{Long}请选最恰当的一项。") with { Options = Choices(1) },
        Of(QuestionType.MultipleChoice, "收缴假币时，下列做法对的有哪些？") with { Options = Choices(2) },
        Of(QuestionType.TrueFalse, "收缴的假币可以退还给持有人。") with
        {
            Options = [new Option("true", Prose.Empty, 0), new Option("false", Prose.Empty, 100)],
        },
        Of(QuestionType.FillIn, "持有人可以在收缴之日起几个工作日内申请鉴定？") with { Answers = [new TypedAnswer("3", 100), new TypedAnswer("三", 100)] },
        Of(QuestionType.Numerical, "一捆一百元券是多少元？") with { Answers = [new TypedAnswer("100000", 100, 0)] },
        Of(QuestionType.Matching, "把做法和岗位连起来。") with { Pairs = [new Pair("收缴", "柜员"), new Pair("复核", "会计主管"), new Pair("", "保安")] },
        Of(QuestionType.Ordering, "按先后排列收缴的步骤。") with { Options = Choices(1) },
        Of(QuestionType.ShortAnswer, "收缴时要告诉持有人什么？") with
        {
            Criteria = [new Criterion("可以申请鉴定", 2, ["鉴定"]), new Criterion("凭证的用途", 1, ["凭证"])],
        },
        Of(QuestionType.Cloze, "[[1]] 名以上业务人员当面收缴，在假币上加盖 [[2]] 戳记。") with
        {
            Gaps =
            [
                new Gap(QuestionType.FillIn, 1, [], [new TypedAnswer("两", 100)]),
                new Gap(QuestionType.SingleChoice, 1, Choices(1), []),
            ],
        },
        Of(QuestionType.Case, "客户持疑似假币到柜台。") with
        {
            Parts = [Of(QuestionType.SingleChoice, "先做什么？") with { Options = Choices(1) }, Of(QuestionType.Essay, "说说怎样安抚客户。")],
        },
        Of(QuestionType.Description, "以下各题都以《货币鉴别及假币收缴、鉴定管理办法》为准。"),
    ];

    private static Question Write(Question question, QuestionText text, int index, long trainer)
    {
        question.Tag(["四季度", "柜员"], []);
        question.Write(text, trainer, TestClock.Tuesday);
        if (index % 3 == 0) return Rewrite(question, trainer);

        question.Latest!.SendForReview();
        if (index % 3 == 1) question.Latest.Approve(trainer, TestClock.Tuesday);
        return question;
    }

    private static Question Rewrite(Question question, long trainer)
    {
        question.Latest!.SendForReview();
        question.Latest.Return(trainer, "请写明是当面还是事后。", TestClock.Tuesday);
        question.Write(
            question.Latest.Text with
            {
                Stem = question.Latest.Text.Stem.Plain.Replace("收缴", "当面收缴", StringComparison.Ordinal),
                Difficulty = 3,
                Explanation = "见办法第十六条。",
            },
            trainer,
            TestClock.Tuesday);
        return question;
    }

    private static QuestionText Of(QuestionType type, string stem) =>
        new() { Type = type, Stem = stem, Explanation = type == QuestionType.Matching ? Prose.Empty : "依据是管理办法，当面收缴、当面加盖戳记、当面出具凭证。" };

    private static IReadOnlyList<Option> Choices(int right) =>
        [.. Ways.Select((text, n) => new Option($"{(char)('a' + n)}", text, n % 2 == 0 && n < 2 * right ? 100m / right : 0))];
}
