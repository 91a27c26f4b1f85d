using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Domain.Questions.Marking;

/// <summary>How a question earns points when the answer is not exactly right. Each has its words on the cover page.</summary>
public enum MarkingScheme
{
    /// <summary>Exactly right, or nothing.</summary>
    AllOrNothing,

    /// <summary>Half the points for some of the right options and no wrong one (少选得一半，错选不得分).</summary>
    HalfWhenIncomplete,

    /// <summary>The sum of the weights of what was chosen, never below nothing.</summary>
    Weighted,

    /// <summary>The share of the right options that were chosen, less the share of the wrong ones, never below nothing.</summary>
    CorrectMinusGuess,
}

/// <summary>Turns an answer into points. What only a person can mark earns nothing here.</summary>
public static class MarkingRules
{
    public static Points Mark(QuestionText question, Answer answer, Points worth, MarkingScheme scheme)
    {
        var points = worth.Share(ShareOf(question, answer, scheme));
        // Whoever ticks everything knows nothing, whatever the weights add up to.
        return points == worth && ChoiceMarking.TicksEverything(question, answer) ? Points.Zero : points;
    }

    /// <summary>From 0 to 1.</summary>
    public static decimal ShareOf(QuestionText question, Answer answer, MarkingScheme scheme)
    {
        if (answer.IsEmpty) return 0;
        return question.Type switch
        {
            QuestionType.SingleChoice or QuestionType.TrueFalse => ChoiceMarking.OfOne(question, answer.Keys[0], scheme),
            QuestionType.MultipleChoice => ChoiceMarking.OfSeveral(question, answer.Keys, scheme),
            QuestionType.Ordering => Whole(OfOrder(question, answer.Keys), scheme),
            QuestionType.Matching => Whole(OfFields(question, answer), scheme),
            QuestionType.FillIn or QuestionType.Numerical or QuestionType.Cloze => OfFields(question, answer),
            _ => 0,
        };
    }

    /// <summary>What one place earned of its own worth, from 0 to 1.</summary>
    public static decimal ShareOf(QuestionText question, AnswerField field, string typed)
    {
        if (typed.Length == 0) return 0;
        var index = field.Index;
        if (question.Type == QuestionType.Matching)
            return field.Choices.Single(c => c.Key == typed).Text == question.Rows()[index].Right ? 1 : 0;
        return GapMarking.ShareOf(question.Blanks()[index], typed, question.MatchesCase);
    }

    private static decimal Whole(decimal share, MarkingScheme scheme) => scheme == MarkingScheme.AllOrNothing && share < 1 ? 0 : share;

    private static decimal OfFields(QuestionText question, Answer answer)
    {
        var fields = question.Fields();
        var worths = question.Type == QuestionType.Matching
            ? [.. fields.Select(_ => 1m)]
            : question.Blanks().Select(gap => gap.Points).ToList();
        return fields.Zip(worths, (field, worth) => worth * ShareOf(question, field, answer.In(field.Key))).Sum() / worths.Sum();
    }

    /// <summary>The share of neighbors that follow each other as they should.</summary>
    private static decimal OfOrder(QuestionText question, IReadOnlyList<string> keys)
    {
        var texts = question.Choices().ToDictionary(c => c.Key, c => c.Text);
        var right = Neighbors([.. question.Options.Select(o => o.Text)]).ToList();
        if (right.Count == 0) return 1;

        var kept = Neighbors([.. keys.Select(key => texts[key])]).Count(right.Remove);
        return (decimal)kept / (keys.Count - 1);
    }

    private static IEnumerable<(Prose, Prose)> Neighbors(Prose[] texts) => texts.Zip(texts.Skip(1));
}
