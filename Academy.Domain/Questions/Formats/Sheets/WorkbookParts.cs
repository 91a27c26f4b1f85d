using System.IO.Compression;
using System.Text;
using System.Xml;
using Academy.Domain.Scoring;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>The parts of a workbook: its list of sheets, the texts that they share, and the sheets.</summary>
internal sealed class WorkbookParts
{
    private const long MostUnpacked = 64 << 20;
    private const int LongestName = 100;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

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
    private readonly WorkbookFormats formats;

    public WorkbookParts(ZipArchive archive)
    {
        if (archive.Entries
            .Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .Sum(entry => (decimal)entry.Length) > MostUnpacked)
        {
            throw new FileRefusedException(ReadingProblem.TooLarge);
        }

        this.archive = archive;
        shared = SharedTexts();
        formats = archive.GetEntry("xl/styles.xml") is null ? WorkbookFormats.None : WorkbookFormats.Read(Open("xl/styles.xml"));
    }

    public (IReadOnlyList<Sheet> Sheets, IReadOnlyList<string> Hidden) Sheets()
    {
        var targets = Targets();
        var (sheets, hidden) = (new List<Sheet>(), new List<string>());
        using var workbook = Open("xl/workbook.xml");
        while (workbook.Read())
        {
            if (workbook is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }) continue;

            var name = workbook.GetAttribute("name") is { Length: > LongestName } lengthy
                ? lengthy[..LongestName]
                : workbook.GetAttribute("name") ?? "";
            var id = workbook.GetAttribute("id", Relations) ?? workbook.GetAttribute("id", StrictRelations) ?? "";
            if (!targets.TryGetValue(id, out var target)) continue;
            if (workbook.GetAttribute("state") is "hidden" or "veryHidden")
            {
                hidden.Add(name);
            }
            else
            {
                sheets.Add(
                    new Sheet(name, new WorkbookRows(Open(target.StartsWith('/') ? target[1..] : $"xl/{target}"), shared, formats).Read()));
            }
        }

        return (sheets, hidden);
    }

    private Dictionary<string, string> Targets()
    {
        var targets = new Dictionary<string, string>();
        using var relations = Open("xl/_rels/workbook.xml.rels");
        while (relations.Read())
        {
            if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && relations.GetAttribute("TargetMode") != "External")
            {
                targets[relations.GetAttribute("Id") ?? ""] = relations.GetAttribute("Target") ?? "";
            }
        }

        return targets;
    }

    private List<string> SharedTexts()
    {
        var texts = new List<string>();
        if (archive.GetEntry("xl/sharedStrings.xml") is null) return texts;

        using var xml = Open("xl/sharedStrings.xml");
        var text = new StringBuilder();
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" }) continue;

            text.Clear();
            WorkbookRows.AppendTexts(xml, text);
            texts.Add(text.ToString());
        }

        return texts;
    }

    private XmlReader Open(string part) =>
        XmlReader.Create(archive.GetEntry(part)?.Open() ?? throw new FileRefusedException(ReadingProblem.Unreadable, part), Settings);
}
