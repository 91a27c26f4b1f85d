using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Competitions;

/// <summary>Knowledge events in a store, by employee number.</summary>
internal static class Answering
{
    public static readonly DateTimeOffset Opens = TestClock.Tuesday.AddHours(1);
    public static readonly DateTimeOffset Freezes = Opens.AddHours(6);

    /// <summary>Each right answer of the exam brings so many points, in hundredths.</summary>
    public const int Each = 500;

    public static EventTerms Asking(long quiz, bool tieByTime = false) => new(Discipline.Knowledge.Slug, 1, 0, quiz, tieByTime);

    extension(AcademyStore store)
    {
        public Task<long> QuizIdAsync(string slug = Sittings.Exam) =>
            store.AskAsync((AcademyDb db) => db.Quizzes.Where(q => q.Slug == slug).Select(q => q.Id).SingleAsync());

        /// <summary>A contest with the demonstration exam for two days.</summary>
        public async Task<CompetitionTerms> KnowledgeAsync(
            bool tieByTime = false, bool freezes = false, string slug = Sittings.Exam) => new(
            "知识赛", "", Opens, Opens.AddDays(2), [Asking(await store.QuizIdAsync(slug), tieByTime)], freezes ? Freezes : null);

        /// <summary>A paper with so many right answers, handed in after so long, when the clock then stands.</summary>
        public async Task<long> AnswerAsync(string number, int right, TimeSpan taken, string slug = Sittings.Exam)
        {
            var paper = await store.BeginAsync(number, right, slug);
            store.Clock.Advance(taken);
            Assert.True(await store.AskAsync((Invigilator invigilator) => invigilator.SubmitAsync(paper, None)));
            return paper;
        }

        /// <summary>The same, not handed in.</summary>
        public async Task<long> BeginAsync(string number, int right, string slug = Sittings.Exam)
        {
            var paper = (await store.StartAsync(number, slug)).AttemptId!.Value;
            await store.AskAsync(async (AcademyDb db) =>
            {
                var (attempt, now) = (await db.Attempts.WithPaper().SingleAsync(a => a.Id == paper), store.Clock.GetUtcNow());
                foreach (var slot in attempt.Slots.Take(right))
                    Assert.Null(attempt.Take(new SentAnswer(paper, slot.Number, 1, slot.RightValue(), TimeSpan.Zero, now), now).Refusal);
                return await db.SaveChangesAsync();
            });
            return paper;
        }

        public Task<CompetitionRefusal?> FinalizeAsync(long competition) =>
            store.ConveneAsync((convener, by) => convener.FinalizeAsync(competition, "成绩无误", by, None));
    }
}
