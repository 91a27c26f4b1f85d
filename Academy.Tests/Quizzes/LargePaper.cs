using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;

namespace Academy.Tests.Quizzes;

/// <summary>The longest quiz that there may be, of multiple choices.</summary>
internal static class LargePaper
{
    public const string Slug = "as-long-as-can-be";

    public static Task<int> AddLargeQuizAsync(this AcademyApp app, IReadOnlyList<string> keys) => app.InStoreAsync(db =>
    {
        var (bank, now) = (new Bank(Slug), app.Clock.GetUtcNow());
        var question = Specimens.Of(QuestionType.MultipleChoice, keys, [keys[0]]);
        for (var n = 1; n <= QuizDraft.MostQuestions; n++)
            db.Add(new Question($"{Slug}-{n}", bank)).Entity.Write(question with { Stem = $"No. {n}?" }, null, now).Approve(null, now);

        var section = new Section(QuestionType.MultipleChoice, Points.Of(1), [Slug], QuizDraft.MostQuestions, []);
        var terms = new QuizTerms { Title = Slug, TimeLimit = TimeSpan.FromHours(2), PassPoints = Points.Of(300) };
        var quiz = db.Add(new Quiz(Slug, new QuizDraft(terms, new Blueprint([section], true, true)))).Entity;
        Assert.Null(quiz.Publish(now));
        return db.SaveChangesAsync();
    });
}
