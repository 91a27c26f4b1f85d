using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Marking;

/// <summary>How one question earns its points, as told to whoever answers it.</summary>
public enum EarningRule { Plain, AllOrNothing, HalfWhenIncomplete, Weighted, CorrectMinusGuess, ByShare, ByGap, ByPerson }

public static class EarningRules
{
    extension(QuestionText question)
    {
        public EarningRule RuleUnder(MarkingScheme scheme) => question.Type switch
        {
            QuestionType.MultipleChoice => OfSeveral(scheme),
            QuestionType.SingleChoice when scheme == MarkingScheme.Weighted => EarningRule.Weighted,
            QuestionType.Matching or QuestionType.Ordering =>
                scheme == MarkingScheme.AllOrNothing ? EarningRule.AllOrNothing : EarningRule.ByShare,
            QuestionType.FillIn or QuestionType.Cloze when question.Shape == AnswerShape.Fields => EarningRule.ByGap,
            QuestionType.ShortAnswer or QuestionType.Essay => EarningRule.ByPerson,
            _ => EarningRule.Plain,
        };
    }

    private static EarningRule OfSeveral(MarkingScheme scheme) => scheme switch
    {
        MarkingScheme.AllOrNothing => EarningRule.AllOrNothing,
        MarkingScheme.HalfWhenIncomplete => EarningRule.HalfWhenIncomplete,
        MarkingScheme.Weighted => EarningRule.Weighted,
        _ => EarningRule.CorrectMinusGuess,
    };
}
