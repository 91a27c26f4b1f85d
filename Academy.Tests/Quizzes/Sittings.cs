using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

/// <summary>Attempts in a store, by employee number and quiz slug.</summary>
internal static class Sittings
{
    public const string CourseQuiz = "professional-ethics";

    /// <summary>Two attempts, answers after closing, closes on Friday at 18:00.</summary>
    public const string Exam = "quarter-4-service";

    public static Task<(Attempt? Attempt, AttemptRefusal? Refusal)> StartAsync(this AcademyStore store, string number, string slug) =>
        store.AskAsync(async (IServiceProvider unit) =>
        {
            var db = (AcademyDb)unit.GetService(typeof(AcademyDb))!;
            var invigilator = (Invigilator)unit.GetService(typeof(Invigilator))!;
            var quiz = await db.Quizzes.SingleAsync(q => q.Slug == slug);
            return await invigilator.StartAsync(quiz, await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync(), CancellationToken.None);
        });

    public static async Task<Attempt> SeatAsync(this AcademyStore store, string number, string slug = CourseQuiz) => (await store.StartAsync(number, slug)).Attempt!;

    public static Task<Attempt> PaperAsync(this AcademyStore store, long attemptId) =>
        store.AskAsync((AcademyDb db) => db.Attempts.WithPaper().SingleAsync(a => a.Id == attemptId));

    public static Task<int> ChangeQuizAsync(this AcademyDb db, string slug, Action<Quiz> change)
    {
        change(db.Quizzes.Single(q => q.Slug == slug));
        return db.SaveChangesAsync();
    }

    /// <summary>An answer that earns all points, as it is stored.</summary>
    public static string RightValue(this Slot slot) => Value(slot, slot.Version.Text.Options.Where(option => option.IsRight));

    /// <summary>An answer that earns none.</summary>
    public static string WrongValue(this Slot slot) => Value(slot, slot.Version.Text.Options.Where(option => !option.IsRight).Take(1));

    private static string Value(Slot slot, IEnumerable<Option> options) => Answer.Of(slot.Version.Text, [.. options.Select(option => option.Key)])!.Value!;
}
