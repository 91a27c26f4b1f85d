namespace Academy.Domain.Questions;

/// <summary>How a multiple choice question earns points when the choice is not exactly right.</summary>
public enum MarkingScheme
{
    /// <summary>The exact set of right options, or nothing.</summary>
    AllOrNothing,

    /// <summary>Half the points for some of the right options and no wrong one (少选得一半，错选不得分).</summary>
    HalfWhenIncomplete,
}

/// <summary>Turns an answer into points.</summary>
public static class Marking
{
    public static Points Mark(QuestionText question, IReadOnlyCollection<string> keys, Points worth, MarkingScheme scheme)
    {
        var right = question.Options.Where(o => o.IsRight).Select(o => o.Key).ToHashSet();
        if (right.SetEquals(keys)) return worth;

        var incomplete = keys.Count > 0 && right.IsProperSupersetOf(keys);
        return incomplete && question.Type == QuestionType.MultipleChoice && scheme == MarkingScheme.HalfWhenIncomplete
            ? worth.Half()
            : Points.Zero;
    }
}
