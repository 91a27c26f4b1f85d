namespace Academy.Domain.Competitions.Judging;

/// <summary>What somebody comes to in a judged event.</summary>
/// <param name="Score">Net notes, or points in hundredths; null for a void result.</param>
/// <param name="Wrong">How often something was taken off; it decides between equal scores.</param>
public sealed record JudgedScore(int? Score, int Wrong);

/// <summary>What sheets come to. Everything is exact up to the one place where points are rounded.</summary>
public static class SheetScore
{
    /// <summary>So many to a point.</summary>
    public const int Hundredths = 100;

    /// <summary>What one sheet comes to alone.</summary>
    public static JudgedScore Of(Sheet sheet, SheetValues values)
    {
        if (values.Void is not null) return new JudgedScore(null, 0);
        if (sheet.IsRubric) return new JudgedScore(MeanOf(sheet, [values]), 0);

        return new JudgedScore(NotesOf(sheet, values), WrongOf(sheet, values));
    }

    /// <summary>
    /// What the sheets of all judges come to. Where they count, they have agreed on one sheet before. Where they give points, it is the
    /// mean of those that do not call the result void.
    /// </summary>
    /// <param name="sheet">What was asked for.</param>
    /// <param name="sheets">What the judges wrote down.</param>
    /// <param name="agreed">What stands: figures where notes are counted, and whether the result is void.</param>
    public static JudgedScore Of(Sheet sheet, IReadOnlyList<SheetValues> sheets, SheetValues agreed)
    {
        if (agreed.Void is not null || !sheet.IsRubric) return Of(sheet, agreed);

        return new JudgedScore(MeanOf(sheet, [.. sheets.Where(values => values.Void is null)]), 0);
    }

    private static int NotesOf(Sheet sheet, SheetValues values)
    {
        var counted = sheet.Items
            .Where(item => item.Kind == SheetItemKind.Count)
            .Sum(count => (values.Of(count) - sheet.VoidedOf(count, values)) * count.Worth);
        var taken = sheet.Items
            .Where(item => item is { Kind: SheetItemKind.Deduction, Voids: null })
            .Sum(deduction => values.Of(deduction) * deduction.Worth);
        return Math.Max(0, counted - taken);
    }

    private static int WrongOf(Sheet sheet, SheetValues values) =>
        sheet.Items.Where(item => item.Kind == SheetItemKind.Deduction).Sum(values.Of);

    /// <summary>
    /// The mean of the judges' totals, the highest and the lowest left out where there are enough of them. Totals are kept over one
    /// common denominator, and rounded here alone: half a hundredth goes up.
    /// </summary>
    private static int MeanOf(Sheet sheet, IReadOnlyList<SheetValues> sheets)
    {
        var denominator = sheet.Items.Aggregate(1L, (common, item) => Common(common, item.Most));
        var totals = sheets.Select(TotalOf).Order().ToList();
        var counting = sheet.DropsFrom > 0 && totals.Count >= sheet.DropsFrom ? totals[1..^1] : totals;
        return (int)HalfUp(counting.Sum(), denominator * counting.Count);

        long TotalOf(SheetValues values) => sheet.Items.Sum(item => values.Of(item) * item.Weight * (denominator / item.Most));
    }

    private static long HalfUp(long numerator, long denominator) => ((2 * numerator) + denominator) / (2 * denominator);

    private static long Common(long a, long b)
    {
        var (x, y) = (a, b);
        while (y != 0) (x, y) = (y, x % y);
        return a / x * b;
    }
}
