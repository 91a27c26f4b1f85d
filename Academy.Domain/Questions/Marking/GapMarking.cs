using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Marking;

/// <summary>What stands in a gap, as a share of the gap's worth: the weight of the best answer that it agrees with.</summary>
internal static class GapMarking
{
    public static decimal ShareOf(Gap gap, string typed, bool matchesCase)
    {
        var weights = gap.Options.Count > 0
            ? gap.Options.Where(o => o.Key == typed).Select(o => o.Weight)
            : gap.Answers.Where(answer => Agrees(gap.Type, answer, typed, matchesCase)).Select(answer => answer.Weight);
        return Math.Clamp(weights.DefaultIfEmpty().Max() / 100, 0, 1);
    }

    private static bool Agrees(QuestionType type, TypedAnswer answer, string typed, bool matchesCase)
    {
        if (type != QuestionType.Numerical) return TypedWords.Agree(answer.Text, typed, matchesCase);
        if (answer.Text == TypedWords.Anything) return true;
        return TypedNumber.Read(typed) is { } number
            && TypedNumber.Read(answer.Text) is { } right
            && Math.Abs(number - right) <= (answer.Tolerance ?? 0);
    }
}
