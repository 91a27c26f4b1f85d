using System.Text.Json.Serialization;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>Why a question of a file could not be taken, or what is to be known of one that is.</summary>
/// <param name="Position">Its number among all questions of the file; 0 for the file as a whole.</param>
/// <param name="Line">Line or row of the file, from 1; 0 where there are none.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Detail">Quotes the file: the type, the option, the weight in question.</param>
/// <param name="Column">The head of the column where the file has columns.</param>
public sealed record ReadingMessage(int Position, int Line, ReadingProblem Problem, string Detail, string? Column = null)
{
    /// <summary>The question as a few plain fields hold it, for whoever mends it; null where they cannot, or nothing was found.</summary>
    public WrittenFields? Fields { get; init; }

    /// <summary>The question as far as it was understood, with where the file says that it belongs.</summary>
    public DraftQuestion? Draft { get; init; }

    /// <summary>
    /// Whether a sheet is not read, or not without a doubt, because of its heads: somebody may
    /// say what its columns hold.
    /// </summary>
    [JsonIgnore]
    public bool IsOfHeads => Position == 0 && Problem is ReadingProblem.NoSheetHeads or ReadingProblem.MissingColumn
        or ReadingProblem.DuplicateColumn or ReadingProblem.HeadsDisagree;
}

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

    // What sheets and typed texts bring.
    UnknownType,
    SeveralRightAnswers,
    NeedlessOptions,
    GapsAndKeysDiffer,
    KeysDiffer,
    DuplicateStem,
    BadPoints,
    BadDifficulty,
    ErrorCell,
    FormulaCell,
    UnclosedQuote,
    Unreadable,
    TooLarge,
    TooSlow,
    NoSheetHeads,
    MissingColumn,
    DuplicateColumn,
    HeadsDisagree,
    NoQuestions,

    // What is worth knowing of what was taken.
    TypeFollowed,
    OptionsSplit,
    KeysCounted,
    UnreadColumn,
    UnreadSheet,
    UnreadLines,
    OneRightAnswer,
    SameStem,
    GapsFollowed,
    NoKey,

    // What Moodle's files bring.
    NoGap,
    UnknownGap,
    BadFile,
    BrokenXml,
    DocumentType,
    TooDeep,
    WeightsRewardEverything,
    FileMissing,
    FileLeftOut,
    UnitsLeftOut,
    MixedCase,
    LeftOut,
    WesternEncoding,

    TextTooLong,
}
