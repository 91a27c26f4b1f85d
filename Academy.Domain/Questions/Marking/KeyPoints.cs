using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Domain.Questions.Marking;

/// <summary>What the machine can tell a marker of an answer: which key points' words are in it.</summary>
public static class KeyPoints
{
    /// <summary>Those of the criterion's words that the text says.</summary>
    public static IReadOnlyList<string> Found(Criterion criterion, string text) =>
        [.. criterion.Words.Where(word => TypedWords.Contain(text, word))];

    /// <summary>What each criterion of a question is worth; together they are the whole.</summary>
    public static IReadOnlyList<Points> Worths(QuestionText question, Points worth) =>
        worth.Split([.. question.Criteria.Select(c => c.Points)]);

    /// <summary>All points of each criterion of which a word is found, for a person to confirm.</summary>
    public static IReadOnlyList<Points> Suggest(QuestionText question, Answer answer, Points worth) =>
        [.. question.Criteria.Zip(
            Worths(question, worth),
            (criterion, points) => Found(criterion, answer.Text).Count > 0 ? points : Points.Zero)];
}
