using System.Globalization;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification;

/// <summary>What schemes ask for, by the names that people know it by, and where it is found.</summary>
public sealed class AskedTitles(IEnumerable<KnownSubject> subjects, SubjectCatalogue catalogue)
{
    private readonly Dictionary<(SubjectKind Kind, string Slug), KnownSubject> known =
        subjects.DistinctBy(subject => (subject.Subject.Kind, subject.Slug)).ToDictionary(subject => (subject.Subject.Kind, subject.Slug));

    public IEnumerable<KnownSubject> All => known.Values;

    public string Of(Requirement asked) => Find(asked)?.Title ?? asked.Of;

    /// <summary>Where somebody does it; null where nobody does it alone.</summary>
    public string? AddressOf(Requirement asked) => asked.Kind switch
    {
        RequirementKind.Drill => $"/drills/{asked.Of}",
        RequirementKind.Contest => "/competitions",
        _ => Find(asked) is { } subject ? catalogue.Of(subject.Subject.Kind).AddressOf(subject.Subject, subject.Slug) : null,
    };

    private KnownSubject? Find(Requirement asked) =>
        known.GetValueOrDefault((asked.Kind == RequirementKind.Quiz ? SubjectKind.Quiz : SubjectKind.Course, asked.Of));
}

/// <summary>Says what schemes ask for and what certificates are, in the language of the screen.</summary>
public sealed class CertificateWords(
    AcademyDb db, SubjectCatalogue catalogue, DrillWords drills, IStringLocalizer<CertificationTexts> words)
{
    public async Task<AskedTitles> TitlesAsync(CancellationToken ct) => new(await catalogue.AllAsync(db, ct), catalogue);

    /// <summary>A day with its year, as records have it.</summary>
    public string Date(DateOnly day) => day.ToString(words["Date"], CultureInfo.CurrentCulture);

    public string State(CertificateState state) => words[$"State.{state}"];

    /// <summary>The class of a label of the state.</summary>
    public static string Tone(CertificateState state) => state switch
    {
        CertificateState.Valid => "brand",
        CertificateState.Renewable => "gold",
        CertificateState.InGrace => "warn",
        CertificateState.Expired or CertificateState.Revoked => "danger",
        _ => "",
    };

    /// <summary>The sign of a state, for who sees no color.</summary>
    public static string Icon(CertificateState state) => state switch
    {
        CertificateState.Valid => "check",
        CertificateState.Renewable or CertificateState.InGrace => "clock",
        CertificateState.Renewed => "refresh",
        _ => "cross",
    };

    /// <summary>《职业操守》测验达到 80 分（24 个月内）.</summary>
    public string Asked(Requirement asked, AskedTitles titles)
    {
        var what = asked.Kind switch
        {
            RequirementKind.Course => words["Asked.Course", titles.Of(asked)].Value,
            RequirementKind.Quiz when asked.Mark is { } mark => words["Asked.Quiz.Mark", titles.Of(asked), Figure(mark)],
            RequirementKind.Quiz => words["Asked.Quiz", titles.Of(asked)],
            RequirementKind.Drill => words["Asked.Drill", Discipline(asked), drills.Level(asked.Level ?? 1)],
            _ => Contest(asked),
        };
        return asked.WithinMonths is { } months ? words["Asked.Within", what, Count.Of(months)] : what;
    }

    private string Contest(Requirement asked) => (asked.Mark, asked.Rank) switch
    {
        (null, null) => words["Asked.Contest", Discipline(asked)],
        ({ } mark, null) => words["Asked.Contest.Mark", Discipline(asked), Result(asked, mark)],
        (null, { } rank) => words["Asked.Contest.Rank", Discipline(asked), Count.Of(rank)],
        ({ } mark, { } rank) => words["Asked.Contest.Both", Discipline(asked), Result(asked, mark), Count.Of(rank)],
    };

    private string Discipline(Requirement asked) =>
        Domain.Competitions.Drills.Discipline.Named(asked.Of) is { } discipline ? drills.Name(discipline) : asked.Of;

    private string Result(Requirement asked, decimal figure) =>
        Domain.Competitions.Drills.Discipline.Named(asked.Of) is { } discipline
            ? drills.Score(discipline, discipline.ScoreOf(figure))
            : Figure(figure);

    private static string Figure(decimal figure) => figure.ToString("0.##", CultureInfo.InvariantCulture);
}
