using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Academy.Tests.Quizzes;

/// <summary>Attempts in a store, by employee number and quiz slug.</summary>
internal static class Sittings
{
    public const string CourseQuiz = "professional-ethics";

    /// <summary>The demonstration quiz that asks one question of every type.</summary>
    public const string EveryType = "question-types";

    /// <summary>Two attempts, answers after closing, closes on Friday at 18:00.</summary>
    public const string Exam = "quarter-4-service";

    public static Task<(long? AttemptId, AttemptRefusal? Refusal)> StartAsync(this AcademyStore store, string number, string slug) =>
        store.AskAsync(async (IServiceProvider unit) =>
        {
            var db = (AcademyDb)unit.GetService(typeof(AcademyDb))!;
            var invigilator = (Invigilator)unit.GetService(typeof(Invigilator))!;
            var quiz = await db.Quizzes.Where(q => q.Slug == slug).Select(q => q.Id).SingleAsync();
            return await invigilator.StartAsync(
                quiz,
                await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync(),
                CancellationToken.None);
        });

    public static async Task<Attempt> SeatAsync(this AcademyStore store, string number, string slug = CourseQuiz) =>
        await store.PaperAsync((await store.StartAsync(number, slug)).AttemptId!.Value);

    public static Task<Attempt> PaperAsync(this AcademyStore store, long attemptId) =>
        store.AskAsync((AcademyDb db) => db.Attempts.WithPaper().SingleAsync(a => a.Id == attemptId));

    /// <summary>Takes a quiz from start to hand-in at once.</summary>
    public static async Task<long> SitAsync(this AcademyDb db, TimeProvider clock, string number, string slug, Func<Slot, string?> answer)
    {
        var invigilator = new Invigilator(db, new KeptSupplies(), clock, NullLogger<Invigilator>.Instance);
        var quiz = await db.Quizzes.Where(q => q.Slug == slug).Select(q => q.Id).SingleAsync();
        var employee = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        var (attemptId, _) = await invigilator.StartAsync(quiz, employee, CancellationToken.None);
        var (attempt, now) = (await db.Attempts.WithPaper().SingleAsync(a => a.Id == attemptId), clock.GetUtcNow());
        foreach (var slot in attempt.Slots) attempt.Take(new SentAnswer(attempt.Id, slot.Number, 1, answer(slot), TimeSpan.Zero, now), now);
        await db.SaveChangesAsync();
        await invigilator.SubmitAsync(attempt.Id, CancellationToken.None);
        return attempt.Id;
    }

    /// <summary>Changes the terms of a quiz, whether or not a rule would have it.</summary>
    public static async Task<int> ChangeQuizAsync(this AcademyDb db, string slug, Func<QuizTerms, QuizTerms> change)
    {
        var quiz = await db.Quizzes.SingleAsync(q => q.Slug == slug);
        var terms = change(quiz.Terms);
        typeof(Quiz).GetProperty(nameof(Quiz.Terms))!.SetValue(quiz, terms);
        return await db.SaveChangesAsync();
    }

    /// <summary>Takes all questions of a bank out of use.</summary>
    public static Task<int> RetireAllAsync(this AcademyDb db, string bank) =>
        db.Questions.Where(q => q.Bank.Slug == bank).ExecuteUpdateAsync(set => set.SetProperty(q => q.RetiredAt, TestClock.Tuesday));

    /// <summary>An answer that earns all points, as it is stored.</summary>
    public static string RightValue(this Slot slot) => slot.Question.RightAnswer().Value!;

    /// <summary>An answer that earns none.</summary>
    public static string WrongValue(this Slot slot) =>
        Answer.Of(slot.Question, [slot.Question.Options.First(option => !option.IsRight).Key])!.Value!;
}
