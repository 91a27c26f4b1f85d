using System.Text;
using SkiaSharp;

namespace Academy.Domain.Files.Pdf;

/// <summary>Draws on one sheet. What the font has no character for becomes a sign that everybody sees.</summary>
internal sealed class PdfPen(SKCanvas canvas, SKFont font)
{
    /// <summary>The first of them that the font has: 〓 is what Chinese and Japanese printers put for a missing type.</summary>
    public const string Substitutes = "〓□?";

    private static readonly string[] Digits = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")];

    private readonly Rune substitute = Substitutes.EnumerateRunes().FirstOrDefault(sign => font.ContainsGlyph(sign.Value), new Rune(' '));

    public void Text(string text, float x, float y, float size, PdfAlign align, PdfColor color)
    {
        using var ink = new SKPaint { Color = ColorOf(color) };
        font.Size = size;
        canvas.DrawText(Shown(text), x, y, AlignOf(align), font, ink);
    }

    public void Figures(string figures, float right, float y, float size)
    {
        using var ink = new SKPaint();
        font.Size = size;
        var shown = Shown(figures).EnumerateRunes().Select(rune => (Rune: rune, Width: font.MeasureText(rune.ToString()))).ToList();
        var widest = Digits.Max(digit => font.MeasureText(digit));
        var cells = shown.ConvertAll(sign => Rune.IsDigit(sign.Rune) ? widest : sign.Width);
        var (at, places) = (right - cells.Sum(), new float[shown.Count]);
        foreach (var (i, (_, width)) in shown.Index())
        {
            places[i] = at + ((cells[i] - width) / 2);
            at += cells[i];
        }

        using var text = SKTextBlob.CreateHorizontal(string.Concat(shown.Select(sign => sign.Rune)), font, places, y);
        canvas.DrawText(text, 0, 0, ink);
    }

    public void Line(float x1, float y1, float x2, float y2, float width, float gray)
    {
        using var ink = Ink(width, gray);
        canvas.DrawLine(x1, y1, x2, y2, ink);
    }

    public void Rectangle(float x, float y, float width, float height, float thickness, float gray)
    {
        using var ink = Ink(thickness, gray);
        canvas.DrawRect(x, y, width, height, ink);
    }

    public void Fill(float x, float y, float width, float height, PdfColor color)
    {
        using var ink = new SKPaint { Color = ColorOf(color) };
        canvas.DrawRect(x, y, width, height, ink);
    }

    public void Curve(IReadOnlyList<(float X, float Y)> points, float width, PdfColor color)
    {
        using var ink = new SKPaint { IsStroke = true, StrokeWidth = width, Color = ColorOf(color) };
        canvas.DrawPoints(SKPointMode.Polygon, [.. points.Select(point => new SKPoint(point.X, point.Y))], ink);
    }

    private static SKColor ColorOf(PdfColor color) => new(color.Red, color.Green, color.Blue);

    private string Shown(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => font.ContainsGlyph(rune.Value) ? rune : substitute));

    private static SKPaint Ink(float width, float gray)
    {
        var tone = (byte)(gray * 255);
        return new SKPaint { IsStroke = true, StrokeWidth = width, Color = new SKColor(tone, tone, tone) };
    }

    private static SKTextAlign AlignOf(PdfAlign align) => align switch
    {
        PdfAlign.Center => SKTextAlign.Center,
        PdfAlign.Right => SKTextAlign.Right,
        _ => SKTextAlign.Left,
    };
}
