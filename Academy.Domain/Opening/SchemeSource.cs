using System.Globalization;
using Academy.Domain.Certification;

namespace Academy.Domain.Opening;

/// <summary>A scheme of certificates as its file has it.</summary>
internal sealed class SchemeSource
{
    public required string Title { get; init; }
    public string English { get; init; } = "";
    public required string Prefix { get; init; }
    public List<string> Positions { get; init; } = [];
    public required List<RequirementSource> Requirements { get; init; }
    public List<RequirementSource> Renewal { get; init; } = [];
    public required int ValidMonths { get; init; }
    public int RenewalDays { get; init; }
    public int GraceDays { get; init; }
    public bool Approval { get; init; }

    /// <summary>As 2026-01-01; the day on which it is first read where nothing is said.</summary>
    public string? StartsOn { get; init; }

    public SchemeTerms ToTerms(DateOnly usualStart) => new SchemeTerms(
        Title, English, Prefix, Positions, [.. Requirements.Select(asked => asked.ToRequirement())],
        [.. Renewal.Select(asked => asked.ToRequirement())], ValidMonths, RenewalDays, GraceDays, Approval,
        StartsOn is null ? usualStart : DateOnly.Parse(StartsOn, CultureInfo.InvariantCulture)).Cleaned();
}

/// <summary>One of course, quiz, drill or contest, and what is asked of it.</summary>
internal sealed class RequirementSource
{
    public string? Course { get; init; }
    public string? Quiz { get; init; }
    public string? Drill { get; init; }
    public string? Contest { get; init; }
    public decimal? Mark { get; init; }
    public int? Level { get; init; }
    public int? Rank { get; init; }
    public int? WithinMonths { get; init; }

    public Requirement ToRequirement()
    {
        (RequirementKind Kind, string? Of)[] all =
        [
            (RequirementKind.Course, Course), (RequirementKind.Quiz, Quiz), (RequirementKind.Drill, Drill),
            (RequirementKind.Contest, Contest),
        ];
        if (all.Where(one => one.Of is not null).ToList() is not [var (kind, of)])
            throw new FormatException("A requirement is either a course, a quiz, a drill or a contest.");

        return new Requirement(kind, of!, Mark, Level, Rank, WithinMonths);
    }
}
