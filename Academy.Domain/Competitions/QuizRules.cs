using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;

namespace Academy.Domain.Competitions;

/// <summary>What a knowledge event keeps of its quiz (知识竞赛), as it was when the competition was published.</summary>
/// <param name="Title">What it was called.</param>
/// <param name="Length">How long a paper takes at the most, with the grace after it.</param>
/// <param name="Tries">How many papers of a person count, those before the competition included.</param>
public sealed record QuizRules(string Title, TimeSpan Length, int Tries)
{
    public static QuizRules Of(QuizTerms quiz) => new(quiz.Title, quiz.TimeLimit + quiz.Grace, quiz.AttemptsAllowed ?? 1);

    /// <summary>How many papers somebody may still begin that count.</summary>
    public static int Left(Event held, QuizState quiz) =>
        Math.Max(0, Math.Min(quiz.AttemptsLeft ?? int.MaxValue, held.Tries - quiz.Attempts.Count));

    /// <summary>
    /// Why a quiz cannot be an event: papers without number are practice, a board tells scores at once, answers that are told at once
    /// are told on, and nobody is shut out before the competition closes.
    /// </summary>
    public static CompetitionRefusal? Refusal(QuizTerms quiz, CompetitionTerms competition)
    {
        (bool Holds, CompetitionRefusal Refusal)[] rules =
        [
            (quiz.AttemptsAllowed is not null, CompetitionRefusal.QuizUnlimited),
            (quiz.ScoreRelease == Release.OnSubmission, CompetitionRefusal.QuizHidesScores),
            (quiz.AnswerRelease != Release.OnSubmission, CompetitionRefusal.QuizTellsAnswers),
            (quiz.OpensAt is null || quiz.OpensAt <= competition.OpensAt, CompetitionRefusal.QuizNotOpen),
            (quiz.ClosesAt is null || quiz.ClosesAt >= competition.ClosesAt, CompetitionRefusal.QuizNotOpen),
        ];
        return rules.Where(rule => !rule.Holds).Select(rule => (CompetitionRefusal?)rule.Refusal).FirstOrDefault();
    }

    /// <summary>Points as a score: in hundredths.</summary>
    public static int ScoreOf(Points points) => (int)Math.Min(points.Hundredths, int.MaxValue);

    /// <summary>The whole seconds from the start of a paper until it was handed in.</summary>
    public static int Seconds(DateTimeOffset from, DateTimeOffset until) => (int)(until - from).TotalSeconds;
}
