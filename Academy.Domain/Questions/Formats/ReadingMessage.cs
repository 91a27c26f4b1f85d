namespace Academy.Domain.Questions.Formats;

/// <summary>Why a question of a file could not be taken. The detail quotes the file: the type, the option, the weight in question.</summary>
public sealed record ReadingMessage(int Position, int Line, ReadingProblem Problem, string Detail);

public enum ReadingProblem
{
    MissingBrace,
    TooManyBraces,
    UnclosedName,
    EmptyStem,
    TextBeforeOptions,
    TooFewOptions,
    TooManyOptions,
    EmptyOption,
    DuplicateOption,
    BadWeight,
    BadNumber,
    BadPair,
    NoRightAnswer,
    AnswerNotAnOption,
    DuplicateId,
}
