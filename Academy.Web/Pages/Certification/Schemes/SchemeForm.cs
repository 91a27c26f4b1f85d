using System.Globalization;
using Academy.Domain.Certification;

namespace Academy.Web.Pages.Certification.Schemes;

/// <summary>A row of a path: what is asked for, and how much of it.</summary>
public sealed class RequirementRow
{
    /// <summary>The kind and the slug: <c>Quiz:professional-ethics</c>; empty for a row that asks nothing.</summary>
    public string? Subject { get; set; }

    /// <summary>The least points of a quiz, the level of a drill, or the result of an event.</summary>
    public string? Figure { get; set; }
    public int? Rank { get; set; }
    public int? Months { get; set; }

    public static string KeyOf(RequirementKind kind, string of) => $"{kind}:{of}";

    public static RequirementRow Of(Requirement asked) => new()
    {
        Subject = KeyOf(asked.Kind, asked.Of),
        Figure = (asked.Mark ?? asked.Level)?.ToString("0.##", CultureInfo.InvariantCulture),
        Rank = asked.Rank,
        Months = asked.WithinMonths,
    };

    /// <summary>Null for an empty row. What cannot be read becomes what no scheme can ask for.</summary>
    public Requirement? Read()
    {
        if (Subject?.Split(':', 2) is not [var kind, var of] || !Enum.TryParse<RequirementKind>(kind, out var known)) return null;

        var figure = FigureOf();
        var isDrill = known == RequirementKind.Drill;
        var takesMark = known is RequirementKind.Quiz or RequirementKind.Contest;
        return new Requirement(
            known, of, takesMark ? figure : null, isDrill ? (int?)Math.Clamp(figure ?? 0, -1, int.MaxValue) : null,
            known == RequirementKind.Contest ? Rank : null, Months);
    }

    private decimal? FigureOf()
    {
        if (string.IsNullOrWhiteSpace(Figure)) return null;
        return decimal.TryParse(Figure, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var figure) ? figure : -1;
    }
}

/// <summary>A scheme as it is written down on the screen.</summary>
public sealed class SchemeForm
{
    private const int SpareRows = 2;

    public string? Title { get; set; }
    public string? EnglishTitle { get; set; }
    public string? Prefix { get; set; }
    public List<string> Positions { get; set; } = [];
    public List<RequirementRow> Requirements { get; set; } = [];
    public List<RequirementRow> Renewal { get; set; } = [];
    public int? ValidMonths { get; set; }
    public int? RenewalDays { get; set; }
    public int? GraceDays { get; set; }
    public bool NeedsApproval { get; set; }
    public DateOnly? StartsOn { get; set; }

    public static SchemeForm Of(SchemeTerms terms) => new()
    {
        Title = terms.Title,
        EnglishTitle = terms.EnglishTitle,
        Prefix = terms.Prefix,
        Positions = [.. terms.Positions],
        Requirements = [.. terms.Requirements.Select(RequirementRow.Of)],
        Renewal = [.. terms.Renewal.Select(RequirementRow.Of)],
        ValidMonths = terms.ValidMonths,
        RenewalDays = terms.RenewalDays,
        GraceDays = terms.GraceDays,
        NeedsApproval = terms.NeedsApproval,
        StartsOn = terms.StartsOn,
    };

    public SchemeTerms Read() => new(
        Title ?? "", EnglishTitle ?? "", Prefix ?? "", [.. Positions.Distinct()],
        [.. Requirements.Select(row => row.Read()).OfType<Requirement>()], [.. Renewal.Select(row => row.Read()).OfType<Requirement>()],
        ValidMonths ?? 0, RenewalDays ?? -1, GraceDays ?? -1, NeedsApproval, StartsOn ?? default);

    /// <summary>The rows that are shown: those that say something, and empty ones after them.</summary>
    public static IReadOnlyList<RequirementRow> Shown(IReadOnlyList<RequirementRow> rows)
    {
        var filled = rows.Where(row => !string.IsNullOrEmpty(row.Subject)).ToList();
        var spare = Math.Clamp(SchemeTerms.MostRequirements - filled.Count, 0, SpareRows);
        return [.. filled, .. Enumerable.Range(0, spare).Select(_ => new RequirementRow())];
    }

    /// <summary>The field of the form that a refusal is about; empty for all of it.</summary>
    public static string FieldOf(SchemeRefusal refusal) => refusal switch
    {
        SchemeRefusal.TitleMissing or SchemeRefusal.TitleTooLong => "Title",
        SchemeRefusal.PrefixOutOfForm or SchemeRefusal.PrefixTaken => "Prefix",
        SchemeRefusal.ValidityOutOfRange => "ValidMonths",
        SchemeRefusal.WindowOutOfRange => "RenewalDays",
        SchemeRefusal.GraceOutOfRange => "GraceDays",
        SchemeRefusal.StartOutOfRange => "StartsOn",
        SchemeRefusal.UnknownPosition => "Positions",
        SchemeRefusal.NothingRequired or SchemeRefusal.TooManyRequirements or SchemeRefusal.RequiredTwice or SchemeRefusal.SubjectMissing
            or SchemeRefusal.UnknownSubject or SchemeRefusal.LevelOutOfRange or SchemeRefusal.RankOutOfRange
            or SchemeRefusal.MarkOutOfRange or SchemeRefusal.MonthsOutOfRange => "Requirements",
        _ => "",
    };
}
