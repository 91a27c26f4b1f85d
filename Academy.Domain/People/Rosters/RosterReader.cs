namespace Academy.Domain.People.Rosters;

/// <summary>
/// Reads branches and people from a workbook (.xlsx) or a table of text (.csv). Whatever the bytes are, the answer is
/// rows and problems; how much is read is bounded before it is unpacked.
/// </summary>
public static class RosterReader
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const int MostRows = 50_000;
    public const int MostColumns = 100;

    private static ReadOnlySpan<byte> Zip => "PK"u8;
    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0];

    public static RosterFile Read(byte[] content)
    {
        try
        {
            if (content.Length > MostBytes) throw new RosterRefusedException(RosterFault.TooLarge);
            if (content.AsSpan().StartsWith(OldOffice)) throw new RosterRefusedException(RosterFault.OldWorkbook);

            return RosterSheets.Understand(content.AsSpan().StartsWith(Zip) ? RosterWorkbook.Read(content) : [RosterText.Read(content)]);
        }
        catch (RosterRefusedException refused)
        {
            return RosterFile.Refused(refused.Problem);
        }
    }
}
