using System.Globalization;
using Academy.Domain.Archives;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Archives;

/// <summary>Says what lines of the archive tell, in the language of the screen.</summary>
public sealed class ArchiveWords(IStringLocalizer<ArchivesTexts> words)
{
    public string Date(DateOnly day) => day.ToString(words["Date"], CultureInfo.CurrentCulture);

    public string Kind(ArchiveKind kind) => words[$"Kind.{kind}"];

    public string Title(ArchiveEntry entry) => entry.Kind == ArchiveKind.PersonalBest ? Discipline(entry.Discipline) : entry.Title;

    public string Discipline(string slug) => slug.Length > 0 ? words[$"Discipline.{slug}"] : "";

    /// <summary>88 / 100, 第 3 名（共 42 人） and the like; empty where there is nothing to tell.</summary>
    public string Result(ArchiveEntry entry) => entry.Kind switch
    {
        ArchiveKind.PersonalBest => Figure(entry),
        ArchiveKind.ContestResult => words["Result.Contest", Figure(entry), Rank(entry)],
        ArchiveKind.Award when entry.Detail is "First" or "Second" or "Third" => words[$"Award.{entry.Detail}"],
        ArchiveKind.Award => entry.Detail,
        ArchiveKind.CourseCompleted or ArchiveKind.Learning when entry.Minutes is > 0 and var minutes => Length(minutes),
        ArchiveKind.CertificateIssued or ArchiveKind.CertificateRenewed or ArchiveKind.CertificateRevoked => entry.Detail,
        _ when entry is { Score: { } score, HasPassed: true } => words["Result.Passed", $"{score}", $"{entry.MaxScore}"],
        _ when entry is { Score: { } score } => words["Result.Failed", $"{score}", $"{entry.MaxScore}"],
        _ => "",
    };

    public string Rank(ArchiveEntry entry) => words["Rank", Count.Of(entry.Rank ?? 0), Count.Of(entry.Field ?? 0)];

    public string Figure(ArchiveEntry entry) => entry.Score is { } score && entry.Discipline.Length > 0
        ? words[$"Figure.{entry.Discipline}", $"{score}"]
        : entry.Score?.ToString() ?? "";

    /// <summary>Certificates and other things that are taken back say so themselves.</summary>
    public static string Tone(ArchiveEntry entry) => entry.Kind switch
    {
        ArchiveKind.CertificateRevoked => "danger",
        ArchiveKind.Award or ArchiveKind.PersonalBest => "gold",
        _ => "",
    };

    private string Length(int minutes) => words["Minutes", Count.Of(minutes)];
}
