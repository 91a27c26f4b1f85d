using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Academy.Domain.People.Rosters;

/// <summary>
/// Reads the cells of a workbook as they are written. Strict where MiniExcel is lenient: a formula is told from a
/// value, a number keeps its digits, and no part is read before its unpacked size is known to be bounded.
/// </summary>
internal sealed class RosterWorkbook
{
    private const long MostUnpacked = 64 * 1024 * 1024;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostUnpacked,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive archive;
    private readonly List<string> shared;

    private RosterWorkbook(ZipArchive archive)
    {
        this.archive = archive;
        shared = SharedStrings();
    }

    public static IReadOnlyList<RawSheet> Read(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (archive.Entries.Sum(e => (decimal)e.Length) > MostUnpacked) throw new RosterRefusedException(RosterFault.UnpacksTooLarge);
            return new RosterWorkbook(archive).Sheets();
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or IOException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            throw new RosterRefusedException(RosterFault.DamagedWorkbook);
        }
    }

    private List<RawSheet> Sheets()
    {
        var targets = new Dictionary<string, string>();
        using (var relations = Open("xl/_rels/workbook.xml.rels"))
        {
            while (relations.Read())
            {
                if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                    targets[relations.GetAttribute("Id") ?? ""] = relations.GetAttribute("Target") ?? "";
            }
        }

        var sheets = new List<RawSheet>();
        using var workbook = Open("xl/workbook.xml");
        while (workbook.Read())
        {
            if (workbook is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                || workbook.GetAttribute("state") is "hidden" or "veryHidden")
            {
                continue;
            }

            if (targets.TryGetValue(workbook.GetAttribute("id", Relations) ?? "", out var target))
                sheets.Add(Sheet(workbook.GetAttribute("name") ?? "", target));
        }

        return sheets;
    }

    private RawSheet Sheet(string name, string target)
    {
        name = name.Length > 100 ? name[..100] : name;
        var rows = new List<RawRow>();
        using var xml = Open(target.StartsWith('/') ? target[1..] : $"xl/{target}");
        var (cells, formulas, number, column) = (new Dictionary<int, string>(), new List<int>(), 0, -1);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row")
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
                    && given > number ? given : number + 1;
                column = -1;
                if (rows.Count > RosterReader.MostRows) throw new RosterRefusedException(RosterFault.TooManyRows, sheet: name);
                rows.Add(new RawRow(number, cells = [], formulas = []));
            }
            else if (xml.LocalName == "c")
            {
                column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                if (column >= RosterReader.MostColumns)
                {
                    if (IsFilled(xml)) throw new RosterRefusedException(RosterFault.TooManyColumns, sheet: name);
                    continue;
                }
                ReadCell(xml, column, cells, formulas);
            }
        }

        return new RawSheet(name, rows);
    }

    private static bool IsFilled(XmlReader xml)
    {
        using var cell = xml.ReadSubtree();
        while (cell.Read())
            if (cell.NodeType == XmlNodeType.Text) return true;
        return false;
    }

    private void ReadCell(XmlReader xml, int column, Dictionary<int, string> cells, List<int> formulas)
    {
        var kind = xml.GetAttribute("t");
        var text = "";
        using (var cell = xml.ReadSubtree())
        {
            var (inValue, isPhonetic) = (false, false);
            while (cell.Read())
            {
                if (cell.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                {
                    if (cell.LocalName == "f" && cell.NodeType == XmlNodeType.Element) formulas.Add(column);
                    if (cell.LocalName == "rPh") isPhonetic = cell.NodeType == XmlNodeType.Element && !cell.IsEmptyElement;
                    inValue = cell.LocalName is "v" or "t" && cell.NodeType == XmlNodeType.Element && !cell.IsEmptyElement;
                }
                else if (inValue && !isPhonetic) text += cell.Value;
            }
        }

        cells[column] = kind switch
        {
            "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
                ? shared[index] : throw new RosterRefusedException(RosterFault.DamagedWorkbook),
            null or "n" => Plain(text),
            _ => text,
        };
    }

    /// <summary>A number as its digits: 1.0E4 is 10000.</summary>
    private static string Plain(string number) =>
        number.AsSpan().ContainsAny('E', 'e', '.')
        && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.############", CultureInfo.InvariantCulture) : number;

    private List<string> SharedStrings()
    {
        var strings = new List<string>();
        if (archive.GetEntry("xl/sharedStrings.xml") is null) return strings;

        using var xml = Open("xl/sharedStrings.xml");
        var (text, inText, isPhonetic) = ("", false, false);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                var starts = xml.NodeType == XmlNodeType.Element;
                if (xml.LocalName == "rPh") isPhonetic = starts && !xml.IsEmptyElement;
                if (xml.LocalName == "si" && starts) text = "";
                if (xml.LocalName == "si" && (!starts || xml.IsEmptyElement)) strings.Add(text);
                inText = xml.LocalName == "t" && starts && !xml.IsEmptyElement;
            }
            else if (inText && !isPhonetic) text += xml.Value;
        }

        return strings;
    }

    private XmlReader Open(string part) => XmlReader.Create(
        archive.GetEntry(part)?.Open() ?? throw new RosterRefusedException(RosterFault.DamagedWorkbook), Settings);

    /// <summary>C of C12 as 2.</summary>
    private static int? ColumnOf(string? reference)
    {
        if (string.IsNullOrEmpty(reference) || !char.IsAsciiLetterUpper(reference[0])) return null;

        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min((column * 26) + letter - 'A' + 1, short.MaxValue);
        return column - 1;
    }
}
