using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Measurements;

/// <summary>How long the list of a bank of ten thousand questions takes, and finding those that resemble each other.</summary>
[Collection("Measurements")]
public sealed class BankMeasurements(OpenedAcademy opened)
{
    private const int Questions = 10_000;
    private const int Requests = 20;

    private static readonly string[] Subjects = ["人民币", "外币", "支票", "汇票", "存单", "银行卡", "网银", "贷款", "理财", "保险", "印鉴", "凭证"];
    private static readonly string[] Acts =
    [
        "挂失", "兑换", "收缴", "鉴定", "开户", "销户", "查询", "冻结", "解冻", "转账", "取款", "存款", "签约", "解约", "补发", "更换",
    ];
    private static readonly string[] Asks = ["应当怎样核对身份", "由谁复核授权", "需要登记哪些内容", "多少个工作日内办结", "怎样向客户说明", "哪种做法不对", "凭证怎样保管", "差错怎样更正"];

    [Fact(Explicit = true)]
    public async Task The_list_of_a_large_bank()
    {
        await using var app = new AcademyApp(opened);
        var bank = await app.InStoreAsync(FillAsync);
        var trainer = await app.SignInAsync("T0001");
        var figures = new Figures(
            $"List of {Questions} questions with two versions each, round trip on loopback, {Requests} requests", "Page", "median", "95 %");
        foreach (var query in new[]
        {
            "", "page=500", "q=收缴", "q=收缴+登记&difficulty=3", "type=SingleChoice&difficulty=2", "tag=四季度", "state=Draft", "want=ClauseCheck",
            "want=Explanation", "category=0",
        })
        {
            var times = new List<TimeSpan>();
            for (var i = 0; i < Requests + 3; i++)
                times.Add(await Figures.TimeAsync(() => trainer.GetStringAsync($"/authoring/banks/{bank}?{query}")));
            figures.Add(query.Length == 0 ? "whole" : query, Figures.Quantile(times.Skip(3), 0.5), Figures.Quantile(times.Skip(3), 0.95));
        }

        figures.Add("banks", await Figures.TimeAsync(() => trainer.GetStringAsync("/authoring/banks")));
        figures.Add("similar questions", await Figures.TimeAsync(() => trainer.GetStringAsync($"/authoring/banks/{bank}/similar")));
        figures.Add(
            "tag all",
            await Figures.TimeAsync(() => trainer.PostFormAsync(
                "/authoring/banks",
                $"/authoring/banks/{bank}/selection",
                ("act", "Tag"),
                ("whole", "true"),
                ("isAnswered", "true"),
                ("addTags", "年度"))));
        figures.Add(
            "approve all drafts",
            await Figures.TimeAsync(() => trainer.PostFormAsync(
                "/authoring/banks", $"/authoring/banks/{bank}/selection?state=Draft", ("act", "Approve"), ("whole", "true"))));
        figures.Show();
    }

    [Fact(Explicit = true)]
    public async Task Resemblance_of_ten_thousand_texts()
    {
        var random = new Random(1);
        var figures = new Figures($"Resemblance of {Questions} texts", "What", "elapsed", "of the processor");
        foreach (var (what, textOf) in new (string, Func<Random, string>)[] { ("of one template", Filled), ("varied", Varied) })
        {
            var (existing, incoming) = (Texts(textOf, random), Texts(textOf, random));
            foreach (var likeness in new[] { 0.9, Resemblance.UsualLikeness })
            {
                await AddAsync($"{what}, among themselves at {likeness}", () => Resemblance.Among(existing, likeness));
                await AddAsync($"{what}, against as many at {likeness}", () => Resemblance.Against(existing, incoming, likeness));
            }
        }

        figures.Show();

        async Task AddAsync(string what, Func<object> find)
        {
            find();
            figures.Add(what, await Figures.CostAsync(() => Task.FromResult(find())));
        }
    }

    private static List<string> Texts(Func<Random, string> textOf, Random random) =>
        [.. Enumerable.Range(0, Questions).Select(_ => textOf(random))];

    private static string Filled(Random random) => string.Join('\n', Enumerable.Range(0, 5).Select(_ => StemOf(random)));

    private static string Varied(Random random) => string.Concat(
        Enumerable.Range(0, random.Next(20, 200)).Select(_ => (char)(0x4E00 + (int)(3000 * Math.Pow(random.NextDouble(), 3)))));

    private static string StemOf(Random random) =>
        $"客户办理{Pick(Subjects, random)}{Pick(Acts, random)}和{Pick(Subjects, random)}{Pick(Acts, random)}，"
        + $"金额 {random.Next(1, 500)} 万元，{Pick(Asks, random)}？";

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    /// <summary>Adds a bank of ten thousand questions and gives its number.</summary>
    internal static async Task<long> FillAsync(AcademyDb db)
    {
        var random = new Random(1);
        var trainer = await db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync();
        var bank = new Bank("large") { Title = "大题库", OwnerId = trainer };
        for (var n = 0; n < Questions; n++)
        {
            var text = new QuestionText
            {
                Type = n % 3 == 0 ? QuestionType.MultipleChoice : QuestionType.SingleChoice,
                Stem = StemOf(random),
                Options = [.. Enumerable.Range(0, 4).Select(o => new Option($"{(char)('a' + o)}", StemOf(random), o == 0 ? 100 : 0))],
                Explanation = n % 10 == 0 ? Prose.Empty : StemOf(random),
                Topic = n % 7 == 0 ? null : "professional-ethics/know-your-product",
                Difficulty = 1 + (n % 3),
            };
            var question = db.Add(new Question($"L-{n:00000}", bank)).Entity;
            question.Revise(text, TestClock.Tuesday);
            if (n % 4 == 0) question.Write(text with { Stem = StemOf(random) }, trainer, TestClock.Tuesday);
            question.Tag(n % 5 == 0 ? ["四季度", "柜员"] : ["柜员"], []);
        }

        await db.SaveChangesAsync();
        await using (var turn = await db.TakeTurnAsync(default))
        {
            await db.IndexBankAsync(bank.Slug, default);
            await turn.CommitAsync(default);
        }

        await db.Set<Domain.Learning.Clause>()
            .Where(c => c.Slug == "know-your-product")
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.RevisedAt, TestClock.Tuesday.AddDays(1)));
        return bank.Id;
    }
}
