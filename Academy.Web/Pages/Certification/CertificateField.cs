using System.Globalization;
using Academy.Domain.Certification;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification;

/// <summary>One line of a certificate: what it is called by, and what stands there.</summary>
public sealed record CertificateField(string Name, string Value, DateOnly? Day = null)
{
    public static readonly IReadOnlyList<string> Names =
        ["Holder", "HolderNumber", "Branch", "Position", "Score", "Scheme", "IssuedOn", "ExpiresOn", "Number", "Code"];

    /// <summary>All that is printed, in its order; what checks a certificate shows the same.</summary>
    public static IEnumerable<CertificateField> PrintedOn(Certificate certificate) =>
    [
        new("Holder", certificate.HolderName),
        new("HolderNumber", certificate.HolderNumber),
        new("Branch", certificate.Branch),
        new("Position", certificate.Position),
        new("Score", ScoreOf(certificate)),
        new("Scheme", certificate.Title),
        new("IssuedOn", "", certificate.IssuedOn),
        new("ExpiresOn", "", certificate.ExpiresOn),
        new("Number", certificate.Number),
        new("Code", certificate.PrintedCode),
    ];

    private static string ScoreOf(Certificate certificate) =>
        certificate.Score is { } score ? $"{score} / {certificate.MaxScore}" : "—";
}

internal static class BothLanguages
{
    /// <summary>The words of one language, whatever the screen's is: paper has both.</summary>
    public static string In(this IStringLocalizer<CertificationTexts> texts, string language, string key)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return texts[key];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
