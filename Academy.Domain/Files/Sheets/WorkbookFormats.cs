using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Academy.Domain.Files.Sheets;

/// <summary>Shows numbers as people see them where it changes what they say: 0.5 as 50%, 45000 as a day.</summary>
internal sealed partial class WorkbookFormats
{
    public static readonly WorkbookFormats None = new();

    private const double LastDay = 2_958_465;

    /// <summary>No spreadsheet takes a longer one.</summary>
    private const int LongestCode = 255;

    private readonly Dictionary<string, Look> looks = [];
    private readonly List<string> styles = [];

    private WorkbookFormats() { }

    public static WorkbookFormats Read(XmlReader xml)
    {
        var formats = new WorkbookFormats();
        using (xml)
        {
            var inCells = false;
            while (xml.Read())
            {
                if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element;
                else if (xml.NodeType != XmlNodeType.Element) continue;
                else if (xml.LocalName == "numFmt")
                    formats.looks[xml.GetAttribute("numFmtId") ?? ""] = LookOf(xml.GetAttribute("formatCode") ?? "");
                else if (xml.LocalName == "xf" && inCells) formats.styles.Add(xml.GetAttribute("numFmtId") ?? "0");
            }
        }

        return formats;
    }

    public string Show(string number, string? style)
    {
        var format = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < styles.Count
            ? styles[index]
            : "0";
        if (format != "0"
            && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value))
        {
            var look = looks.GetValueOrDefault(format);
            if (format is "9" or "10" || look == Look.Percentage)
                return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value * 100, 10):0.##########}%");
            if (value is >= 0 and <= LastDay && (IsBuiltInDate(format) || look == Look.Day)) return Day(value);
        }

        return Plain(number);
    }

    private static Look LookOf(string code)
    {
        if (code.Length > LongestCode) return Look.Number;

        var marks = Literal().Replace(code, "");
        if (marks.Contains('%')) return Look.Percentage;
        return DateCode().IsMatch(marks) ? Look.Day : Look.Number;
    }

    private static string Day(double value)
    {
        var time = DateTime.FromOADate(value);
        return time.ToString(value < 1 ? "HH:mm" : PatternOf(time), CultureInfo.InvariantCulture);
    }

    private static string PatternOf(DateTime time) => time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm";

    private static bool IsBuiltInDate(string format) =>
        int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>1.0E4 as 10000, 0.30000000000000004 as 0.3.</summary>
    private static string Plain(string number) =>
        number.AsSpan().ContainsAny('E', 'e', '.')
        && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.############", CultureInfo.InvariantCulture) : number;

    [GeneratedRegex("""\[[^\[\]]*\]|"[^"]*"|\\.""")]
    private static partial Regex Literal();

    [GeneratedRegex("[ymdhs]", RegexOptions.IgnoreCase)]
    private static partial Regex DateCode();

    private enum Look { Number, Percentage, Day }
}
