using System.Globalization;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Academy.Domain.Opening;

/// <summary>Reads the score sheets of judged disciplines, each from a file with the slug of the discipline for a name.</summary>
public static class SheetFiles
{
    private const string Folder = "judging";
    private const int MostItems = 40;
    private const int HighestFigure = 9_999;

    private static readonly string[] Parts = ["counts", "deductions", "criteria", "voids", "drops-from"];

    /// <summary>Content without the folder has none.</summary>
    /// <exception cref="ContentException">A file cannot be so, in which line, and why.</exception>
    public static Sheets Read(string contentDirectory) =>
        Path.Combine(contentDirectory, Folder) is var folder && Directory.Exists(folder)
            ? new Sheets(Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToDictionary(
                path => Path.GetFileNameWithoutExtension(path), ReadFile))
            : new Sheets(new Dictionary<string, Sheet>());

    private static Sheet ReadFile(string path)
    {
        var name = $"{Folder}/{Path.GetFileName(path)}";
        try
        {
            if (Discipline.Named(Path.GetFileNameWithoutExtension(path)) is not { IsJudged: true } discipline)
                throw new FormatException("the name is no judged discipline's.");

            return SheetOf(discipline, RootOf(File.ReadAllText(path)));
        }
        catch (Exception e) when (ContentException.Of(name, e) is { } named)
        {
            throw named;
        }
    }

    private static YamlMappingNode RootOf(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? root
            : throw new FormatException("line 1: a sheet is a mapping.");
    }

    private static Sheet SheetOf(Discipline discipline, YamlMappingNode root)
    {
        Only(root, Parts);
        var isRubric = discipline.Kind == DrillKind.Service;
        var counts = ItemsOf(root, "counts").Select(CountOf).ToList();
        var deductions = ItemsOf(root, "deductions").Select(node => DeductionOf(node, counts)).ToList();
        var criteria = ItemsOf(root, "criteria").Select(CriterionOf).ToList();
        if (isRubric != criteria.Count > 0 || isRubric == (counts.Count + deductions.Count > 0))
            throw Wrong(root, isRubric ? "points are given by criteria alone." : "notes are counted by counts and deductions alone.");
        if (!isRubric && counts.Count == 0) throw Wrong(root, "nothing is counted.");

        var voids = ItemsOf(root, "voids").Select(node =>
        {
            Only(node, ["key", "zh", "en"]);
            return new SheetVoid(Text(node, "key"), Text(node, "zh"), Text(node, "en"));
        });
        var sheet = new Sheet([.. counts, .. deductions, .. criteria], [.. voids], Optional(root, "drops-from", 3, 0));
        if (sheet.Items.Count > MostItems) throw Wrong(root, $"a sheet has {MostItems} items at the most.");
        if (Twice(sheet.Items.Select(item => item.Key)) is { } key) throw Wrong(root, $"{key} is there twice.");
        if (Twice(sheet.Voids.Select(reason => reason.Key)) is { } reason) throw Wrong(root, $"{reason} is there twice.");
        return sheet;
    }

    private static SheetItem CountOf(YamlMappingNode node)
    {
        Only(node, ["key", "zh", "en", "worth", "most", "unit", "unit-en"]);
        var isNamed = Find(node, "unit") is not null || Find(node, "unit-en") is not null;
        return Item(SheetItemKind.Count, node, Optional(node, "most", 1, 999)) with
        {
            Worth = Number(node, "worth", 1),
            Unit = isNamed ? new SheetUnit(Text(node, "unit"), Text(node, "unit-en")) : null,
        };
    }

    private static SheetItem DeductionOf(YamlMappingNode node, IReadOnlyList<SheetItem> counts)
    {
        Only(node, ["key", "zh", "en", "takes", "voids", "most"]);
        var item = Item(SheetItemKind.Deduction, node, Optional(node, "most", 1, 999));
        if (Find(node, "voids") is null) return item with { Worth = Number(node, "takes", 0) };
        if (Find(node, "takes") is { } both) throw Wrong(both, "a deduction takes notes or voids what was counted, not both.");

        var voided = Text(node, "voids");
        return counts.Any(count => count.Key == voided)
            ? item with { Voids = voided }
            : throw Wrong(Find(node, "voids")!, $"{voided} is not counted.");
    }

    private static SheetItem CriterionOf(YamlMappingNode node)
    {
        Only(node, ["key", "zh", "en", "weight", "most"]);
        return Item(SheetItemKind.Criterion, node, Number(node, "most", 1)) with { Weight = Number(node, "weight", 1) };
    }

    private static SheetItem Item(SheetItemKind kind, YamlMappingNode node, int most) =>
        new(kind, Text(node, "key"), Text(node, "zh"), Text(node, "en"), most);

    private static IEnumerable<YamlMappingNode> ItemsOf(YamlMappingNode root, string part)
    {
        if (Find(root, part) is not { } node) return [];

        return node is YamlSequenceNode list
            ? list.Select(item => item as YamlMappingNode ?? throw Wrong(item, $"{part} has something that is no mapping."))
            : throw Wrong(node, $"{part} is a list.");
    }

    private static string Text(YamlMappingNode node, string key) =>
        Find(node, key) is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : throw Wrong(node, $"{key} is missing.");

    private static int Number(YamlMappingNode node, string key, int least)
    {
        var text = Text(node, key);
        var isWhole = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isWhole && number >= least && number <= HighestFigure
            ? number
            : throw Wrong(Find(node, key)!, $"{key} is a whole number from {least} to {HighestFigure}, not {text}.");
    }

    private static int Optional(YamlMappingNode node, string key, int least, int otherwise) =>
        Find(node, key) is null ? otherwise : Number(node, key, least);

    private static void Only(YamlMappingNode node, IReadOnlyList<string> known)
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>().Where(key => !known.Contains(key.Value)))
            throw Wrong(key, $"{key.Value} is nothing that is known here.");
    }

    private static YamlNode? Find(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    private static string? Twice(IEnumerable<string> keys) => keys.GroupBy(key => key).FirstOrDefault(same => same.Skip(1).Any())?.Key;

    private static YamlException Wrong(YamlNode where, string problem) => new(where.Start, where.End, problem);
}
