using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Academy.Domain.Files.Sheets;

/// <summary>Reads the filled rows of one sheet. A formula shows the value that it had when the workbook was saved.</summary>
internal sealed partial class WorkbookRows(
    XmlReader xml, IReadOnlyList<string> shared, WorkbookFormats formats, SheetBounds bounds)
{
    private readonly List<SheetRow> rows = [];
    private readonly StringBuilder text = new();
    private Dictionary<int, SheetCell> cells = [];
    private int number;
    private int column;

    public List<SheetRow> Read()
    {
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "row") BeginRow();
                else if (xml.LocalName == "c") ReadCell();
            }
        }

        EndRow();
        return rows;
    }

    /// <summary>The texts of an element, without the readings that stand above them, up to its end.</summary>
    public static void AppendTexts(XmlReader xml, StringBuilder text)
    {
        if (xml.IsEmptyElement) return;

        var (depth, inText, isPhonetic) = (xml.Depth, false, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                var starts = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                if (xml.LocalName == "rPh") isPhonetic = starts;
                inText = xml.LocalName == "t" && starts;
            }
            else if (inText && !isPhonetic) text.Append(xml.Value);
        }
    }

    private void BeginRow()
    {
        EndRow();
        number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > number
            ? given
            : number + 1;
        column = -1;
    }

    private void EndRow()
    {
        if (cells.Count == 0) return;

        rows.Add(bounds.Row(number, cells));
        cells = [];
    }

    private void ReadCell()
    {
        column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
        var (kind, style, hasFormula) = (xml.GetAttribute("t"), xml.GetAttribute("s"), false);
        if (xml.IsEmptyElement) return;

        text.Clear();
        var depth = xml.Depth;
        var inValue = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" }) AppendTexts(xml, text);
            else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                hasFormula |= xml.LocalName == "f";
                inValue = xml.LocalName == "v" && xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (inValue) text.Append(xml.Value);
        }

        var shown = Decoded(Shown(kind, style, text.ToString()));
        var isFilled = hasFormula || !string.IsNullOrWhiteSpace(shown);
        bounds.Check(column, isFilled);
        if (isFilled) cells[column] = new SheetCell(shown, StateOf(kind, hasFormula));
    }

    private static SheetCellState StateOf(string? kind, bool hasFormula)
    {
        if (kind == "e") return SheetCellState.Error;
        return hasFormula ? SheetCellState.Formula : SheetCellState.Plain;
    }

    private string Shown(string? kind, string? style, string written) => kind switch
    {
        "s" => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
            ? shared[index] : throw new SheetRefusedException(SheetRefusal.Unreadable, number.ToString(CultureInfo.InvariantCulture)),
        "b" => written == "1" ? "TRUE" : "FALSE",
        null or "n" => formats.Show(written, style),
        _ => written,
    };

    /// <summary>
    /// Spreadsheets write characters that XML cannot hold as _x000D_, and the beginning of what only
    /// looks like that as _x005F_.
    /// </summary>
    private static string Decoded(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Code().Replace(text, code =>
            (char)ushort.Parse(code.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is var character
            && (!char.IsControl(character) || character is '\r' or '\n' or '\t') ? $"{character}" : "");

    /// <summary>C of C12 as 2.</summary>
    private static int? ColumnOf(string? reference)
    {
        if (string.IsNullOrEmpty(reference) || !char.IsAsciiLetterUpper(reference[0])) return null;

        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min((column * 26) + letter - 'A' + 1, short.MaxValue);
        return column - 1;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Code();
}
