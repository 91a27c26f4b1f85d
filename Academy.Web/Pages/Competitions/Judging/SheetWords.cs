using System.Globalization;
using Academy.Domain.Competitions.Judging;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>Says what stands on score sheets, and reads it from forms.</summary>
public sealed class SheetWords(IStringLocalizer<JudgingTexts> words, Wording say)
{
    public string Name(SheetItem item) => say.In(item.Name, item.English);

    public string Name(SheetVoid reason) => say.In(reason.Name, reason.English);

    /// <summary>What one of it is worth: 每把 100 张, 每次扣 10 张, 该把作废, 满分 10，占 20%.</summary>
    public string Rule(Sheet sheet, SheetItem item) => item switch
    {
        { Kind: SheetItemKind.Count, Worth: 1 } => words["Rule.Notes"],
        { Kind: SheetItemKind.Count } => words["Rule.Count", item.Worth, Unit(item)],
        { Voids: { } key } => words["Rule.Voids", Unit(sheet.Item(key)!)],
        { Kind: SheetItemKind.Deduction } => words["Rule.Takes", item.Worth],
        _ => words["Rule.Criterion", item.Most, item.Weight],
    };

    private string Unit(SheetItem count) => count.Unit is { } unit ? say.In(unit.Name, unit.English) : words["Rule.Unit"];

    /// <summary>A figure as judges write it: a count, or points with their decimals; nothing for what is not filled in.</summary>
    public static string Figure(SheetItem item, SheetValues values)
    {
        if (!values.Figures.TryGetValue(item.Key, out var figure)) return "";

        var whole = item.Kind == SheetItemKind.Criterion ? SheetScore.Hundredths : 1m;
        return (figure / whole).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>What a judge has typed; null for what is no figure. Of a form without figures other fields are bound.</summary>
    public static SheetValues? Read(Sheet sheet, IReadOnlyDictionary<string, string?> typed, string? reason)
    {
        var figures = new Dictionary<string, int>();
        foreach (var item in sheet.Items)
        {
            if (!typed.TryGetValue(item.Key, out var text) || string.IsNullOrWhiteSpace(text)) continue;
            if (Read(item, text) is not { } figure) return null;

            figures.Add(item.Key, figure);
        }

        return new SheetValues(figures, string.IsNullOrEmpty(reason) ? null : reason);
    }

    private static int? Read(SheetItem item, string text)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number) || number > item.Most) return null;

        var figure = item.Kind == SheetItemKind.Criterion ? number * SheetScore.Hundredths : number;
        return figure == decimal.Truncate(figure) ? (int)figure : null;
    }
}
