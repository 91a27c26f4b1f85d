namespace Academy.Domain.People.Rosters;

/// <summary>Why a file or one of its rows cannot be imported. The words are the screen's.</summary>
public enum RosterProblemKind
{
    TooLarge, TooSlow,
    Empty,
    OldWorkbook,
    DamagedWorkbook,
    UnpacksTooLarge,
    UnknownEncoding,
    TooManyRows,
    TooManyColumns,
    TooManyCells,
    NoKnownSheet,
    MissingColumns,
    DuplicateColumn, DamagedRow, UnclosedQuotes, NobodyNamed,
    Formula,
    MissingValue,
    TooLong,
    BadCharacters,
    BadPinyin,
    BadMail,
    DuplicateNumber,
    DuplicateCode,
    UnknownBranch,
    AmbiguousBranch,
    ClosedBranch,
    UnknownPosition,
    AmbiguousPosition, UnknownState, UnknownKind, UnknownParent, Cycle, SecondRoot, TooDeep, DischargesYourself,
}

/// <summary>What is wrong and where.</summary>
/// <param name="Kind">Why it is wrong.</param>
/// <param name="Sheet">The sheet of the workbook; empty for a CSV and for the file as a whole.</param>
/// <param name="Row">The row as the file counts it, from 1; 0 for a sheet or the file as a whole.</param>
/// <param name="Column">The head of the column, as the file writes it; empty for the row as a whole.</param>
/// <param name="Value">What stands there, or what is missing.</param>
/// <param name="Found">What was found instead, such as the heads of a sheet without the right ones.</param>
public sealed record RosterProblem(
    RosterProblemKind Kind, string Sheet = "", int Row = 0, string Column = "", string Value = "", string Found = "");
