using System.Globalization;
using Academy.Domain;
using Academy.Domain.Archives;
using Academy.Domain.Files.Pdf;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Archives;

/// <summary>What is printed of somebody's archive.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Life">What the archive says.</param>
/// <param name="Head">The last head of the months; null before there is one.</param>
/// <param name="Hours">For how long the person has learned in two years.</param>
/// <param name="At">When it is printed.</param>
public sealed record Transcript(Employee Person, LifeInLearning Life, EditionHead? Head, int Hours, DateTimeOffset At);

/// <summary>Draws a transcript for the press: what stands of somebody's archive, and the head of the chain that vouches for it.</summary>
public sealed class TranscriptDrawing(IStringLocalizer<ArchivesTexts> words, AcademySettings settings)
{
    private const float Left = 48, Right = 547, Top = 150, Bottom = 770, RowHeight = 30;

    private static readonly PdfColor Green = new(0x0B, 0x4D, 0x3C);
    private static readonly PdfColor Ink = new(0x17, 0x23, 0x1E);
    private static readonly PdfColor Gray = new(0x5F, 0x6E, 0x67);

    public PdfDocument Of(Transcript transcript, CultureInfo language)
    {
        // Words are found in the language of whoever draws.
        var (before, asShown) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language, language);
        try
        {
            return Draw(transcript, language.Name == Languages.Chinese);
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (before, asShown);
        }
    }

    private PdfDocument Draw(Transcript transcript, bool isChinese)
    {
        var person = transcript.Person;
        var document = new PdfDocument($"{words["Paper.Title"].Value} {person.Number} {person.Name}", transcript.At);
        var (tell, rows, perPage) = (new ArchiveWords(words), transcript.Life.Standing.ToList(), (int)((Bottom - Top) / RowHeight));
        var pages = Math.Max(1, (rows.Count + perPage - 1) / perPage);
        foreach (var (index, some) in rows.Chunk(perPage).DefaultIfEmpty([]).Index())
        {
            var paper = document.AddPage();
            DrawHead(paper, person, isChinese, words["Paper.Hours", Count.Of(transcript.Hours), Count.Of(settings.LearningHours)]);
            foreach (var (place, entry) in some.Index()) DrawRow(paper, Top + (place * RowHeight), entry, tell);
            if (some.Length == 0) paper.Text(words["Empty"], Left, Top + 20, 10, PdfAlign.Left, Gray);
            DrawFoot(paper, transcript.Head, $"{index + 1} / {pages}");
        }

        return document;
    }

    private void DrawHead(PdfPage paper, Employee person, bool isChinese, string hours)
    {
        var (bank, academy) = isChinese ? (settings.Bank, settings.Name) : (settings.BankEnglish, settings.NameEnglish);
        paper.Text(bank.Length > 0 ? bank : academy, Left, 56, 10, PdfAlign.Left, Gray);
        paper.Text(words["Paper.Title"], Left, 86, 22, PdfAlign.Left, Green);
        paper.Text($"{person.Name}  {person.Number}", Left, 110, 12, PdfAlign.Left, Ink);
        var place = isChinese
            ? $"{person.Branch.Name}  {person.Position.Name}"
            : $"{NameOf(person.Branch.EnglishName, person.Branch.Name)}  {NameOf(person.Position.EnglishName, person.Position.Name)}";
        paper.Text(place, Left, 126, 9, PdfAlign.Left, Gray);
        paper.Text(hours, Right, 110, 10, PdfAlign.Right, Ink);
        paper.Line(Left, 136, Right, 136, 0.6f, 0.7f);
    }

    private static void DrawRow(PdfPage paper, float y, ArchiveEntry entry, ArchiveWords tell)
    {
        paper.Text(tell.Date(entry.Day), Left, y + 12, 9, PdfAlign.Left, Gray);
        paper.Text(Shortened(tell.Title(entry), 30), Left + 82, y + 12, 10, PdfAlign.Left, Ink);
        paper.Text(Shortened(tell.Result(entry), 26), Right, y + 12, 9.5f, PdfAlign.Right, Ink);
        paper.Text(
            Shortened($"{tell.Kind(entry.Kind)}  {entry.Branch}  {entry.Position}", 52), Left + 82, y + 23, 7.5f, PdfAlign.Left, Gray);
        paper.Line(Left, y + RowHeight - 2, Right, y + RowHeight - 2, 0.3f, 0.85f);
    }

    private void DrawFoot(PdfPage paper, EditionHead? head, string page)
    {
        if (head is not null)
            paper.Text(words["Paper.Head", head.Period.Name, head.Digest], Left, 800, 7, PdfAlign.Left, Gray);
        paper.Text(page, Right, 814, 8, PdfAlign.Right, Gray);
    }

    private static string NameOf(string english, string chinese) => english.Length > 0 ? english : chinese;

    private static string Shortened(string text, int longest) =>
        text.Length <= longest ? text : $"{Domain.Data.Cut.Start(text, longest - 1)}…";
}
