using System.IO.Compression;
using System.Text;
using System.Xml;
using Academy.Domain.Data;

namespace Academy.Domain.Files.Sheets;

/// <summary>
/// The parts of an .xlsx: its list of sheets, the texts that they share, and the sheets. Its size is known to be bounded
/// before any part of it is opened, and nothing outside of it is looked up.
/// </summary>
internal sealed class WorkbookParts
{
    private const int LongestName = 100;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly ZipArchive archive;
    private readonly List<string> shared;
    private readonly WorkbookFormats formats;
    private readonly CancellationToken ct;

    private WorkbookParts(ZipArchive archive, CancellationToken ct)
    {
        this.archive = archive;
        this.ct = ct;
        shared = SharedTexts();
        formats = archive.GetEntry("xl/styles.xml") is null ? WorkbookFormats.None : WorkbookFormats.Read(Open("xl/styles.xml"));
    }

    /// <summary>The sheets that people see, and the names of those that are hidden from them.</summary>
    public static (IReadOnlyList<Sheet> Sheets, IReadOnlyList<string> Hidden) Read(byte[] content, CancellationToken ct)
    {
        if (ZipBounds.Look(new MemoryStream(content)).Refusal is { } refusal)
            throw new SheetRefusedException(refusal == UploadRefusal.Bomb ? SheetRefusal.UnpacksTooLarge : SheetRefusal.Unreadable);

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return new WorkbookParts(archive, ct).Sheets();
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or IOException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            throw new SheetRefusedException(SheetRefusal.Unreadable);
        }
    }

    private (IReadOnlyList<Sheet> Sheets, IReadOnlyList<string> Hidden) Sheets()
    {
        var targets = Targets();
        var (sheets, hidden) = (new List<Sheet>(), new List<string>());
        using var workbook = Open("xl/workbook.xml");
        while (workbook.Read())
        {
            if (workbook is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }) continue;

            var id = workbook.GetAttribute("id", Relations) ?? workbook.GetAttribute("id", StrictRelations) ?? "";
            if (!targets.TryGetValue(id, out var target)) continue;

            var name = workbook.GetAttribute("name") ?? "";
            name = Cut.Start(name, LongestName);
            if (workbook.GetAttribute("state") is "hidden" or "veryHidden") hidden.Add(name);
            else sheets.Add(SheetAt(target.StartsWith('/') ? target[1..] : $"xl/{target}", name));
        }

        return (sheets, hidden);
    }

    private Sheet SheetAt(string part, string name) =>
        new(name, new WorkbookRows(Open(part), shared, formats, new SheetBounds(name, ct)).Read());

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

            ct.ThrowIfCancellationRequested();
            text.Clear();
            WorkbookRows.AppendTexts(xml, text);
            texts.Add(text.ToString());
        }

        return texts;
    }

    private XmlReader Open(string part) =>
        XmlBounds.Open(archive.GetEntry(part)?.Open() ?? throw new SheetRefusedException(SheetRefusal.Unreadable, part));
}
