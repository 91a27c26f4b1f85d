using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Domain.Questions.Marking;

/// <summary>What chosen options earn, as a share of the question's worth.</summary>
internal static class ChoiceMarking
{
    /// <summary>Only the best option earns all; others earn their weight where the scheme goes by weights.</summary>
    public static decimal OfOne(QuestionText question, string key, MarkingScheme scheme)
    {
        if (question.RightOptions().Any(o => o.Key == key)) return 1;
        return scheme == MarkingScheme.Weighted ? Bounded(question.Options.Single(o => o.Key == key).Weight / 100) : 0;
    }

    public static decimal OfSeveral(QuestionText question, IReadOnlyCollection<string> keys, MarkingScheme scheme)
    {
        var right = question.RightOptions().Select(o => o.Key).ToHashSet();
        if (right.Count > 0 && right.SetEquals(keys)) return 1;

        return scheme switch
        {
            MarkingScheme.HalfWhenIncomplete => right.IsProperSupersetOf(keys) ? 0.5m : 0,
            MarkingScheme.Weighted => Bounded(question.Options.Where(o => keys.Contains(o.Key)).Sum(o => o.Weight) / 100),
            MarkingScheme.CorrectMinusGuess =>
                Bounded(ShareIn(right, keys) - ShareIn([.. question.Options.Select(o => o.Key).Except(right)], keys)),
            _ => 0,
        };
    }

    /// <summary>Whether every option is chosen though some are wrong.</summary>
    public static bool TicksEverything(QuestionText question, Answer answer) =>
        question.Type == QuestionType.MultipleChoice
        && answer.Keys.Count == question.Options.Count
        && question.Options.Any(o => !o.IsRight);

    private static decimal ShareIn(HashSet<string> options, IReadOnlyCollection<string> keys) =>
        options.Count == 0 ? 0 : (decimal)keys.Count(options.Contains) / options.Count;

    private static decimal Bounded(decimal share) => Math.Clamp(share, 0, 1);
}
