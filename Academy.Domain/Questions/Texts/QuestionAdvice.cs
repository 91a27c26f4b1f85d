namespace Academy.Domain.Questions.Texts;

/// <summary>What may make a question easier, harder or less fair than it is meant to be. Never a reason to refuse it.</summary>
public enum AdviceKind
{
    LengthGivesAway, NegativeUnmarked, DoubleNegation, OptionsOverlap, AbsoluteWord, AllOfTheAbove, NoneOfTheAbove,
    ExplanationMissing, ClauseMissing, OneAnswerOnly,
}

/// <summary>An advice, and the part of the text that it is about.</summary>
/// <param name="Kind">What is to be thought about.</param>
/// <param name="Place">As <see cref="QuestionProblem.Place"/> says it.</param>
/// <param name="Detail">The words in question.</param>
public sealed record QuestionAdvice(AdviceKind Kind, string Place, string Detail = "")
{
    internal QuestionAdvice Below(string place) => this with { Place = $"{place}.{Place}" };
}
