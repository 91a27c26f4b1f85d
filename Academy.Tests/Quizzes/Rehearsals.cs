using Academy.Domain.People;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Questions;

namespace Academy.Tests.Quizzes;

/// <summary>Quizzes and attempts that live in memory only.</summary>
internal static class Rehearsals
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);
    public static readonly DateTimeOffset Deadline = Start + Limit;

    public static readonly QuizTerms Terms = new()
    {
        Title = "Rehearsal",
        TimeLimit = Limit,
        Grace = TimeSpan.FromSeconds(30),
        PassPoints = Points.Of(10),
        MarkingScheme = MarkingScheme.HalfWhenIncomplete,
    };

    public static Quiz Quiz(QuizTerms? terms = null) => new("rehearsal", new QuizDraft(terms ?? Terms, new Blueprint([], false, false)));

    /// <summary>Slot 1 is a single choice (b), 2 a multiple choice (a and c), 3 true or false (false); 5 points each.</summary>
    public static Attempt Attempt(Quiz? quiz = null) => new(
        quiz ?? Quiz(),
        1,
        new Workplace(1, 1),
        1,
        [Slot(1, Specimens.Single), Slot(2, Specimens.Multiple), Slot(3, Specimens.TrueFalse)],
        "ABCD-EFGH-JK",
        Start);

    public static SentAnswer Sent(int revision, string? value, DateTimeOffset receivedAt, double ageSeconds = 0, int slot = 1) =>
        new(
            0,
            slot,
            revision,
            value is null || value.StartsWith('[') ? value : $"\"{value}\"",
            TimeSpan.FromSeconds(ageSeconds),
            receivedAt);

    private static Slot Slot(int number, QuestionText question) =>
        new(
            number,
            new Question($"rehearsal-{number}").Write(question, null, Start),
            null,
            [.. question.Options.Select(option => option.Key)],
            Points.Of(5));
}
