using System.Text.Json.Serialization;

namespace Academy.Domain.Competitions.Judging;

public enum SheetItemKind
{
    /// <summary>So many of something were counted, each worth so many notes.</summary>
    Count,

    /// <summary>So often something was wrong, for which notes are taken off.</summary>
    Deduction,

    /// <summary>Points for something that judges watch.</summary>
    Criterion,
}

/// <summary>A line of a score sheet.</summary>
/// <param name="Kind">What is written down in it.</param>
/// <param name="Key">What its figure is found by.</param>
/// <param name="Name">What it is called.</param>
/// <param name="English">The same in English.</param>
/// <param name="Most">The highest count, or the highest points.</param>
public sealed record SheetItem(SheetItemKind Kind, string Key, string Name, string English, int Most)
{
    /// <summary>What one of a count is called: 把, 张; null where nothing is said.</summary>
    public SheetUnit? Unit { get; init; }

    /// <summary>The notes that one is worth, or that are taken off for one.</summary>
    public int Worth { get; init; }

    /// <summary>Of a deduction that takes one of what was counted away, the key of that count; null for one that takes notes.</summary>
    public string? Voids { get; init; }

    /// <summary>How much of the score a criterion makes up at its highest points.</summary>
    public int Weight { get; init; }

    /// <summary>The highest figure that may be written down: counts as they are, points in hundredths.</summary>
    [JsonIgnore]
    public int HighestFigure => Kind == SheetItemKind.Criterion ? Most * SheetScore.Hundredths : Most;
}

/// <summary>What one of something that is counted is called.</summary>
public sealed record SheetUnit(string Name, string English);

/// <summary>Why a whole result may be void (作废).</summary>
public sealed record SheetVoid(string Key, string Name, string English);

/// <summary>
/// What judges of a discipline write down (评分表), and what it is worth. Banks differ, so it comes from the content; an event keeps the
/// one that it was published with.
/// </summary>
/// <param name="Items">In the order in which they are asked for: either criteria alone, or counts and deductions.</param>
/// <param name="Voids">Why a result may be void.</param>
/// <param name="DropsFrom">From how many judges on the highest and the lowest are left out; 0 for never.</param>
public sealed record Sheet(IReadOnlyList<SheetItem> Items, IReadOnlyList<SheetVoid> Voids, int DropsFrom)
{
    /// <summary>Points are given in tenths.</summary>
    private const int Step = SheetScore.Hundredths / 10;

    /// <summary>Whether points are given, and not notes counted.</summary>
    [JsonIgnore]
    public bool IsRubric => Items.Any(item => item.Kind == SheetItemKind.Criterion);

    public SheetItem? Item(string key) => Items.FirstOrDefault(item => item.Key == key);

    /// <summary>Whether what somebody wrote down can be so.</summary>
    public bool Takes(SheetValues values) =>
        values.Figures.All(figure => Item(figure.Key) is { } item && Takes(item, figure.Value))
        && Items.Where(item => item.Kind == SheetItemKind.Count).All(count => VoidedOf(count, values) <= values.Of(count))
        && (values.Void is not { } key || Voids.Any(reason => reason.Key == key));

    /// <summary>
    /// Whether nothing is left open: each criterion has its points, or something is counted, be it 0, or the whole is void.
    /// </summary>
    public bool IsComplete(SheetValues values)
    {
        if (values.Void is not null) return true;

        var asked = Items.Where(item => item.Kind == (IsRubric ? SheetItemKind.Criterion : SheetItemKind.Count));
        return IsRubric ? asked.All(IsFilled) : asked.Any(IsFilled);

        bool IsFilled(SheetItem item) => values.Figures.ContainsKey(item.Key);
    }

    /// <summary>How many of a count were taken away.</summary>
    public int VoidedOf(SheetItem count, SheetValues values) => Items.Where(item => item.Voids == count.Key).Sum(values.Of);

    /// <summary>The lines in which sheets differ.</summary>
    public IReadOnlyList<SheetItem> Differing(IReadOnlyList<SheetValues> sheets) =>
        [.. Items.Where(item => sheets.Select(values => values.Of(item)).Distinct().Skip(1).Any())];

    /// <summary>
    /// Whether judges agree: all on whether the result is void, and in what was counted on every figure; points are each judge's own.
    /// </summary>
    public bool Agree(IReadOnlyList<SheetValues> sheets) =>
        sheets.Select(values => values.Void is not null).Distinct().Count() == 1
        && (IsRubric || sheets[0].Void is not null || Differing(sheets).Count == 0);

    /// <summary>Whether two say the same: a line that is not filled in says nothing else than 0.</summary>
    public bool IsSame(SheetValues one, SheetValues other) => one.Void == other.Void && Differing([one, other]).Count == 0;

    /// <summary>
    /// Whether that can stand which somebody settles: figures where notes are counted, and of points only whether the result is void.
    /// </summary>
    public bool Settles(IReadOnlyList<SheetValues> sheets, SheetValues agreed) =>
        Takes(agreed)
        && (agreed.Void is not null || !IsRubric || sheets.Any(values => values.Void is null))
        && (!IsRubric || agreed.Figures.Count == 0);

    private static bool Takes(SheetItem item, int figure) =>
        figure >= 0 && figure <= item.HighestFigure && (item.Kind != SheetItemKind.Criterion || figure % Step == 0);
}
