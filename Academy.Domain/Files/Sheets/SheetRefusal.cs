namespace Academy.Domain.Files.Sheets;

/// <summary>Why a file is not read as sheets.</summary>
internal enum SheetRefusal { Unreadable, UnpacksTooLarge, TooManyRows, TooManyColumns, TooManyCells, UnclosedQuotes }

/// <summary>Ends the reading of a file that is refused as a whole.</summary>
internal sealed class SheetRefusedException(SheetRefusal refusal, string detail = "", string sheet = "") : Exception
{
    public SheetRefusal Refusal => refusal;

    /// <summary>The bound that was passed, or the part or the line where it ended.</summary>
    public string Detail => detail;

    public string Sheet => sheet;
}
