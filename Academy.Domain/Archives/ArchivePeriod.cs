using System.Globalization;

namespace Academy.Domain.Archives;

public enum EditionKind { Month, Quarter, Year }

/// <summary>A calendar month, quarter or year by the bank's clock.</summary>
/// <param name="Kind">How long it is.</param>
/// <param name="From">Its first day.</param>
public readonly record struct ArchivePeriod(EditionKind Kind, DateOnly From)
{
    private const int MonthsOfQuarter = 3;
    private const int MonthsOfYear = 12;

    public DateOnly End => Next.From.AddDays(-1);

    public ArchivePeriod Next => this with { From = From.AddMonths(Months) };

    public ArchivePeriod Previous => this with { From = From.AddMonths(-Months) };

    /// <summary>2026-10, 2026-Q4 or 2026.</summary>
    public string Name => Kind switch
    {
        EditionKind.Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        EditionKind.Quarter => string.Create(
            CultureInfo.InvariantCulture, $"{From.Year:0000}-Q{((From.Month - 1) / MonthsOfQuarter) + 1}"),
        _ => From.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>The period that a day is in.</summary>
    public static ArchivePeriod Of(EditionKind kind, DateOnly day)
    {
        var months = MonthsOf(kind);
        return new ArchivePeriod(kind, new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1));
    }

    /// <summary>The kind whose editions make up one of this; null for months, which are made of lines.</summary>
    public static EditionKind? PartsOf(EditionKind kind) => kind switch
    {
        EditionKind.Year => EditionKind.Quarter,
        EditionKind.Quarter => EditionKind.Month,
        _ => null,
    };

    private int Months => MonthsOf(Kind);

    private static int MonthsOf(EditionKind kind) => kind switch
    {
        EditionKind.Month => 1,
        EditionKind.Quarter => MonthsOfQuarter,
        _ => MonthsOfYear,
    };
}
