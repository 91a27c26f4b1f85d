namespace Academy.Domain.Questions.Texts;

/// <summary>What kind of answer a question asks for. A description asks for none.</summary>
public enum QuestionType
{
    SingleChoice, MultipleChoice, TrueFalse, FillIn, Numerical, Matching, Ordering, ShortAnswer, Essay, Cloze, Case, Description,
}
