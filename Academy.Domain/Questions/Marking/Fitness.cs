using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Domain.Questions.Marking;

/// <summary>Why a question should not decide anybody's result.</summary>
public enum GradedRefusal
{
    /// <summary>It asks for nothing.</summary>
    AsksNothing,

    /// <summary>No answer earns all its points.</summary>
    NothingEarnsAll,

    /// <summary>By its weights, ticking everything earns all points though some options are wrong.</summary>
    RewardsTickingEverything,
}

/// <summary>The one place that tells whether a question is fit for graded use.</summary>
public static class Fitness
{
    extension(QuestionText question)
    {
        /// <summary>The options that are right: of one choice the best, of several those with a positive weight.</summary>
        public IReadOnlyList<Option> RightOptions()
        {
            var right = question.Options.Where(o => o.IsRight).ToList();
            if (question.Type == QuestionType.MultipleChoice || right.Count == 0) return right;
            return [.. right.Where(o => o.Weight == right.Max(r => r.Weight))];
        }

        /// <summary>
        /// The marking schemes under which it is fit, a bit for each: kept beside a text, so that nobody reads texts to draw a
        /// paper.
        /// </summary>
        public int GradingSchemes() =>
            Enum.GetValues<MarkingScheme>().Where(scheme => question.RefusalUnder(scheme) is null).Sum(scheme => scheme.Bit);

        public GradedRefusal? RefusalUnder(MarkingScheme scheme) => question.Type switch
        {
            QuestionType.Case when question.Parts.Any(part => part.IsAnswered) => question.Parts.Where(part => part.IsAnswered)
                .Select(part => part.RefusalUnder(scheme)).FirstOrDefault(refusal => refusal is not null),
            QuestionType.Case or QuestionType.Description => GradedRefusal.AsksNothing,
            QuestionType.MultipleChoice when RewardsTickingEverything(question, scheme) =>
                GradedRefusal.RewardsTickingEverything,
            _ => CanEarnAll(question) ? null : GradedRefusal.NothingEarnsAll,
        };
    }

    extension(MarkingScheme scheme)
    {
        internal int Bit => 1 << (int)scheme;
    }

    private static bool RewardsTickingEverything(QuestionText question, MarkingScheme scheme) =>
        scheme == MarkingScheme.Weighted && question.Options.Any(o => !o.IsRight) && question.Options.Sum(o => o.Weight) >= 100;

    private static bool CanEarnAll(QuestionText question) => question.Type switch
    {
        QuestionType.SingleChoice or QuestionType.MultipleChoice or QuestionType.TrueFalse => question.RightOptions().Count > 0,
        QuestionType.Ordering => question.Options.Count > 1,
        QuestionType.Matching => question.Rows().Count > 0,
        QuestionType.ShortAnswer or QuestionType.Essay => true,
        _ => question.Blanks() is { Count: > 0 } gaps && gaps.All(CanEarnAll),
    };

    private static bool CanEarnAll(Gap gap) =>
        gap.Options.Select(o => o.Weight).Concat(gap.Answers.Select(a => a.Weight)).Any(weight => weight >= 100);
}
