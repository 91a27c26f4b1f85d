using Academy.Domain.Files;
using Academy.Domain.Files.Sheets;

namespace Academy.Domain.People.Rosters;

/// <summary>
/// Reads branches and people from a workbook (.xlsx) or a table of text (.csv). Whatever the bytes are, the answer is
/// rows and problems; how much is read is bounded before it is unpacked.
/// </summary>
public static class RosterReader
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const int MostRows = SheetBounds.MostRows;

    /// <summary>Of a file that would take longer to read than it may.</summary>
    public static readonly RosterFile TooSlow = RosterFile.Refused(new RosterProblem(RosterProblemKind.TooSlow));

    private static ReadOnlySpan<byte> Zip => "PK"u8;
    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0];

    public static RosterFile Read(byte[] content, CancellationToken ct = default)
    {
        if (content.Length > MostBytes) return RosterFile.Refused(new RosterProblem(RosterProblemKind.TooLarge));
        if (content.AsSpan().StartsWith(OldOffice)) return RosterFile.Refused(new RosterProblem(RosterProblemKind.OldWorkbook));

        try
        {
            if (content.AsSpan().StartsWith(Zip)) return RosterSheets.Understand(WorkbookParts.Read(content, ct).Sheets, ct);
            return ReadableText.Of(content) is { } text
                ? RosterSheets.Understand([CsvText.Read(text, RosterSheets.HeadsOf, ct)], ct)
                : RosterFile.Refused(new RosterProblem(RosterProblemKind.UnknownEncoding));
        }
        catch (SheetRefusedException refused)
        {
            return RosterFile.Refused(new RosterProblem(KindOf(refused.Refusal), refused.Sheet));
        }
    }

    private static RosterProblemKind KindOf(SheetRefusal refusal) => refusal switch
    {
        SheetRefusal.UnpacksTooLarge => RosterProblemKind.UnpacksTooLarge,
        SheetRefusal.TooManyRows => RosterProblemKind.TooManyRows,
        SheetRefusal.TooManyColumns => RosterProblemKind.TooManyColumns,
        SheetRefusal.TooManyCells => RosterProblemKind.TooManyCells,
        SheetRefusal.UnclosedQuotes => RosterProblemKind.UnclosedQuotes,
        _ => RosterProblemKind.DamagedWorkbook,
    };
}
