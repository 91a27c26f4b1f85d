using System.Globalization;
using Academy.Domain;
using Academy.Domain.Certification;
using Academy.Domain.Files.Pdf;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace Academy.Web.Pages.Certification;

/// <summary>Draws a certificate for the press, Chinese first and English small under it, with what is printed and nothing else.</summary>
public sealed class CertificateDrawing(IStringLocalizer<CertificationTexts> texts, AcademySettings settings)
{
    private const float Left = 78, Middle = 312, Right = 517, Center = PdfPage.Width / 2;
    private const float RosetteAt = 418, RosetteInner = 112, RosetteOuter = 236;
    private const int Petals = 24, Turns = 4;
    private const float LabelWidth = 69, ColumnWidth = 205, RowHeight = 41;

    private static readonly PdfColor Paper = new(0xFF, 0xFE, 0xFA);
    private static readonly PdfColor Gold = new(0xB0, 0x7D, 0x12);
    private static readonly PdfColor Hairline = new(0xDD, 0xC0, 0x83);
    private static readonly PdfColor Faint = new(0xF1, 0xE8, 0xD2);
    private static readonly PdfColor Green = new(0x0B, 0x4D, 0x3C);
    private static readonly PdfColor Ink = new(0x17, 0x23, 0x1E);
    private static readonly PdfColor Gray = new(0x5F, 0x6E, 0x67);

    /// <param name="certificate">What is printed.</param>
    /// <param name="address">Where it is checked.</param>
    public PdfDocument Of(Certificate certificate, string address)
    {
        var document = new PdfDocument($"{certificate.Number} {certificate.HolderName}", certificate.IssuedAt);
        var paper = document.AddPage();
        DrawGround(paper);
        DrawHead(paper, certificate);
        foreach (var (place, field) in CertificateField.PrintedOn(certificate).SkipLast(1).Index()) DrawField(paper, field, place);
        DrawFoot(paper, certificate, address);
        return document;
    }

    private static void DrawGround(PdfPage paper)
    {
        paper.Fill(0, 0, PdfPage.Width, PdfPage.Height, Paper);
        for (var turn = 0; turn < Turns; turn++) paper.Curve(Rosette(turn), 0.6f, Faint);
        paper.Curve([.. Arc(Center, RosetteAt, RosetteInner - 8, 0, 360, 90)], 0.8f, Faint);
        DrawFrame(paper, 26.5f, 24, 1.2f, Gold);
        DrawFrame(paper, 31.5f, 24, 0.6f, Hairline);
        var (right, bottom) = (PdfPage.Width - 34, PdfPage.Height - 34);
        foreach (var (x, y) in new[] { (34f, 34f), (right, 34f), (34f, bottom), (right, bottom) }) DrawCoin(paper, x, y, 7.5f);
    }

    /// <summary>A frame whose corners are cut out around coins.</summary>
    private static void DrawFrame(PdfPage paper, float inset, float corner, float width, PdfColor color)
    {
        var (right, bottom, points) = (PdfPage.Width - inset, PdfPage.Height - inset, new List<(float, float)>());
        points.AddRange(Arc(inset, inset, corner, 90, 0));
        points.AddRange(Arc(right, inset, corner, 180, 90));
        points.AddRange(Arc(right, bottom, corner, 270, 180));
        points.AddRange(Arc(inset, bottom, corner, 360, 270));
        points.Add(points[0]);
        paper.Curve(points, width, color);
    }

    private static void DrawCoin(PdfPage paper, float x, float y, float radius)
    {
        paper.Curve([.. Arc(x, y, radius, 0, 360)], radius / 10, Gold);
        paper.Curve([.. Arc(x, y, radius * 0.72f, 0, 360)], radius / 24, Gold);
        var half = radius * 0.32f;
        var (left, top, right, bottom) = (x - half, y - half, x + half, y + half);
        paper.Curve([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], radius / 9, Gold);
    }

    private void DrawHead(PdfPage paper, Certificate certificate)
    {
        DrawCoin(paper, Center, 87, 19);
        paper.Text(settings.Bank.Length > 0 ? settings.Bank : settings.Name, Center, 133, 16, PdfAlign.Center, Ink);
        paper.Text(
            settings.Bank.Length > 0 ? settings.BankEnglish : settings.NameEnglish, Center, 148, 9, PdfAlign.Center, Gray);
        paper.Text(texts.In(Languages.Chinese, "Paper.Title"), Center, 220, 38, PdfAlign.Center, Green);
        paper.Text(texts.In(Languages.English, "Paper.Title"), Center, 246, 13, PdfAlign.Center, Gold);
        DrawRibbon(paper, 272);
        var wide = certificate.Origin == CertificateOrigin.PriorLearning ? "Paper.Text.Prior" : "Paper.Text";
        foreach (var (row, line) in texts.In(Languages.Chinese, wide).Split('|').Index())
            paper.Text(line, Center, 318 + (row * 24), 13.5f, PdfAlign.Center, Ink);
        foreach (var (row, line) in texts.In(Languages.English, wide).Split('|').Index())
            paper.Text(line, Center, 364 + (row * 14), 9.5f, PdfAlign.Center, Gray);
    }

    /// <summary>Two columns of fields, one below the other.</summary>
    private void DrawField(PdfPage paper, CertificateField field, int place)
    {
        var (row, column) = Math.DivRem(place, 2);
        var (x, top) = (column == 0 ? Left : Middle, 405 + (row * RowHeight));
        paper.Line(x, top, x + ColumnWidth, top, Hairline);
        paper.Line(x, top + RowHeight, x + ColumnWidth, top + RowHeight, Hairline);
        paper.Text(texts.In(Languages.Chinese, $"Field.{field.Name}"), x, top + 18, 10, PdfAlign.Left, Gray);
        paper.Text(texts.In(Languages.English, $"Field.{field.Name}"), x, top + 31, 7.5f, PdfAlign.Left, Gray);
        var value = field.Day is { } day ? day.ToString(texts.In(Languages.Chinese, "Date"), CultureInfo.InvariantCulture) : field.Value;
        var (lines, size) = PrintedLines.Of(value, ColumnWidth - LabelWidth);
        var first = top + (RowHeight / 2) + (size * 0.36f) - ((lines.Count - 1) * size * 0.62f);
        foreach (var (index, line) in lines.Index())
            paper.Text(line, x + LabelWidth, first + (index * size * 1.24f), size, PdfAlign.Left, Ink);
    }

    private void DrawFoot(PdfPage paper, Certificate certificate, string address)
    {
        DrawCode(paper, address, Left, 694, 76);
        paper.Text(texts.In(Languages.Chinese, "Paper.Scan"), Left + 88, 738, 9, PdfAlign.Left, Gray);
        paper.Text(texts.In(Languages.English, "Paper.Scan"), Left + 88, 751, 8, PdfAlign.Left, Gray);
        paper.Text(certificate.PrintedCode, Left + 88, 765, 10, PdfAlign.Left, Ink);
        for (var dash = 0; dash < 60; dash++) paper.Curve([.. Arc(430, 731, 52, dash * 6, (dash * 6) + 3.6f, 2)], 0.6f, Gold);
        paper.Text(texts.In(Languages.Chinese, "Paper.Seal"), 430, 699, 8, PdfAlign.Center, Gold);
        var (issuer, size) = PrintedLines.Of(settings.Bank.Length > 0 ? settings.Bank : settings.Name, 160, 11);
        foreach (var (index, line) in issuer.Index()) paper.Text(line, 430, 722 + (index * 13), size, PdfAlign.Center, Ink);
        paper.Text(
            certificate.IssuedOn.ToString(texts.In(Languages.Chinese, "Date"), CultureInfo.InvariantCulture),
            430, 756, 11, PdfAlign.Center, Ink);
        paper.Text(texts.In(Languages.Chinese, "Paper.Foot"), Center, 796, 8, PdfAlign.Center, Gray);
    }

    /// <summary>Dark cells beside each other are one mark.</summary>
    private static void DrawCode(PdfPage paper, string address, float left, float top, float width)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var cell = width / code.ModuleMatrix.Count;
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Count; x++)
            {
                var from = x;
                while (x < row.Count && row[x]) x++;
                if (x > from) paper.Fill(left + (from * cell), top + (y * cell), (x - from) * cell, cell, Ink);
            }
        }
    }

    private static void DrawRibbon(PdfPage paper, float y)
    {
        for (var strand = 0; strand < 8; strand++)
        {
            var phase = strand * MathF.PI / 4;
            var points = Enumerable.Range(0, 141).Select(i => (Center - 139 + (i * 2f), y + (7.5f * MathF.Sin((i * 0.14f) + phase))));
            paper.Curve([.. points], 0.4f, Hairline);
        }
    }

    private static List<(float X, float Y)> Rosette(int turn)
    {
        const int Steps = 1_200;
        var (middle, swing) = ((RosetteInner + RosetteOuter) / 2, (RosetteOuter - RosetteInner) / 2);
        return
        [
            .. from step in Enumerable.Range(0, Steps + 1)
               let angle = MathF.Tau * step / Steps
               let radius = middle + (swing * MathF.Sin((Petals * angle) + (turn * MathF.Tau / Turns)))
               select (Center + (radius * MathF.Cos(angle)), RosetteAt + (radius * MathF.Sin(angle))),
        ];
    }

    private static IEnumerable<(float X, float Y)> Arc(float x, float y, float radius, float begin, float end, int steps = 24) =>
        from step in Enumerable.Range(0, steps + 1)
        let angle = (begin + ((end - begin) * step / steps)) * MathF.PI / 180
        select (x + (radius * MathF.Cos(angle)), y + (radius * MathF.Sin(angle)));
}

file static class Lines
{
    public static void Line(this PdfPage paper, float x1, float y1, float x2, float y2, PdfColor color) =>
        paper.Curve([(x1, y1), (x2, y2)], 0.6f, color);
}
