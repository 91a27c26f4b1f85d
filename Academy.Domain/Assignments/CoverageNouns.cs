using Academy.Domain.Learning;
using Academy.Domain.People;

namespace Academy.Domain.Assignments;

/// <summary>How somebody stands with a subject: it is not asked, it is missing, it is done, or it would be asked but for a leave.</summary>
public enum CoverageState : byte { NotAsked, Missing, Done, Away }

/// <summary>A unit of the organization tree.</summary>
public sealed record CoveredUnit(long Id, string Code, string Name, string EnglishName, BranchKind Kind, long? ParentId, string Path)
{
    public bool IsWithin(CoveredUnit other) => Path.StartsWith(other.Path, StringComparison.Ordinal);
}

public sealed record CoveredPosition(long Id, string Slug, string Name, string EnglishName);

/// <summary>Somebody who works at the bank on the day, at work or on leave.</summary>
public sealed record CoveredPerson(
    long Id, string Number, string Name, string PinyinKey, long BranchId, long PositionId, Employment Employment, LeaveKind? Leave);

/// <summary>A subject that somebody has to finish now, by which assignments, and which edition of it counts.</summary>
/// <param name="Subject">The course or quiz.</param>
/// <param name="Key">What addresses and letters call it.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="ShortTitle">The same for the head of a column.</param>
/// <param name="LeastEdition">The edition that counts; 0 when any does.</param>
/// <param name="ReleaseAt">When it may be known who has passed; null for always.</param>
/// <param name="Duties">What each assignment asks now.</param>
public sealed record CoveredSubject(
    Subject Subject, string Key, string Slug, string Title, string ShortTitle, int LeastEdition, DateTimeOffset? ReleaseAt,
    IReadOnlyList<Duty> Duties)
{
    /// <summary>Until its scores are released nobody may tell who has passed; who has handed in counts as finished.</summary>
    public bool IsHeldBack(DateTimeOffset now) => now < ReleaseAt;

    /// <summary>The day by which the first of its assignments is due.</summary>
    public DateOnly DueOn => Duties.Min(d => d.DueOn);
}

/// <summary>People who are looked at together: those of a unit with or without the units below it, at one position or at any.</summary>
public sealed record CoverageScope(CoveredUnit Unit, bool IsOwn = false, CoveredPosition? Position = null);

/// <summary>How many should have finished and how many have.</summary>
public readonly record struct Tally(int Due, int Done)
{
    public int Missing => Due - Done;

    /// <summary>From 0 to 1; 1 when nobody had to.</summary>
    public double Share => Due == 0 ? 1 : (double)Done / Due;

    public static Tally operator +(Tally one, Tally other) => new(one.Due + other.Due, one.Done + other.Done);
}

/// <summary>How many people an assignment asks now, and how many of them have done it in its period.</summary>
public sealed record Turnout(int Asked, int Done);

/// <summary>A row of the matrix: its people and the tally of each subject.</summary>
public sealed record CoverageRow(CoverageScope Scope, int People, IReadOnlyList<Tally> Tallies)
{
    public Tally Sum { get; } = Tallies.Aggregate(default(Tally), (sum, tally) => sum + tally);
}
