using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Browser;

/// <summary>Quizzes that a trainer made, one in each state.</summary>
internal static class MadeQuizzes
{
    public const string Draft = "反假货币与柜面收缴程序季度测验（会计、柜员与大堂经理共用卷，四季度第二次）";
    public const string Short = "假币收缴夜校测验";
    public const string Poor = "假币收缴月考";
    public const string Over = "三季度收缴补考";

    private static readonly Section Drawn = new(QuestionType.SingleChoice, Points.Of(5), ["counterfeit-currency"], 10, []);
    private static readonly Section Narrow = new(QuestionType.TrueFalse, Points.Of(2.5m), ["counterfeit-currency"], 4, [])
    {
        Tags = ["四季度"],
    };

    public static async Task FillAsync(AcademyDb db, DateTimeOffset now)
    {
        var trainer = await db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync();
        var named = await db.Questions
            .Where(q => q.Bank.Slug == "counterfeit-currency")
            .OrderBy(q => q.Id)
            .Select(q => q.Key)
            .Take(3)
            .ToListAsync();
        db.AddRange(
            Made("draft", Draft, Drawn, new Section(QuestionType.SingleChoice, Points.Of(10), [], 0, named)),
            Made("short", Short, Drawn, Narrow),
            Made("poor", Poor, Drawn, Narrow),
            Made("over", Over, Drawn));

        Quiz Made(string slug, string title, params Section[] sections)
        {
            var terms = new QuizTerms
            {
                Title = title,
                Description = "营业部 / 柜员、大堂经理",
                TimeLimit = TimeSpan.FromMinutes(30),
                PassPoints = Points.Of(30),
                ClosesAt = title == Over ? now.AddDays(-1) : null,
            };
            var quiz = new Quiz(slug, new QuizDraft(terms, new Blueprint(sections, true, true)), trainer);
            if (title is not (Draft or Poor)) quiz.Publish(now.AddDays(-7));
            return quiz;
        }
    }
}
