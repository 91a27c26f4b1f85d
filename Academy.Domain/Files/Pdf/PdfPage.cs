using System.Text;

namespace Academy.Domain.Files.Pdf;

public enum PdfAlign { Left, Center, Right }

/// <summary>A color of print; black where nothing is said.</summary>
public readonly record struct PdfColor(byte Red, byte Green, byte Blue);

/// <summary>A sheet of A4, measured in points from its top left corner. Texts stand with their baseline where they are put.</summary>
public sealed class PdfPage
{
    public const float Width = 595.28f;
    public const float Height = 841.89f;

    private readonly List<Action<PdfPen>> marks = [];
    private readonly HashSet<Rune> characters = [];

    internal IEnumerable<Rune> Characters => characters;

    /// <summary>So many millimeters in points, of which an inch has 72.</summary>
    public static float Millimeters(float length) => length * 72 / 25.4f;

    public void Text(string text, float x, float y, float size, PdfAlign align = PdfAlign.Left, PdfColor color = default)
    {
        characters.UnionWith(text.EnumerateRunes());
        marks.Add(pen => pen.Text(text, x, y, size, align, color));
    }

    /// <summary>A number that ends where it is put, all its digits equally wide, so that those below each other are in line.</summary>
    public void Figures(string figures, float right, float y, float size)
    {
        characters.UnionWith(figures.EnumerateRunes());
        marks.Add(pen => pen.Figures(figures, right, y, size));
    }

    /// <param name="x1">From here.</param>
    /// <param name="y1">From here.</param>
    /// <param name="x2">To there.</param>
    /// <param name="y2">To there.</param>
    /// <param name="width">How thick.</param>
    /// <param name="gray">From 0 for black to 1 for the white of the paper.</param>
    public void Line(float x1, float y1, float x2, float y2, float width = 0.5f, float gray = 0) =>
        marks.Add(pen => pen.Line(x1, y1, x2, y2, width, gray));

    /// <summary>A frame, as thick and as gray as a line.</summary>
    public void Rectangle(float x, float y, float width, float height, float thickness = 0.5f, float gray = 0) =>
        marks.Add(pen => pen.Rectangle(x, y, width, height, thickness, gray));

    /// <summary>A rectangle that is full of a color.</summary>
    public void Fill(float x, float y, float width, float height, PdfColor color = default) =>
        marks.Add(pen => pen.Fill(x, y, width, height, color));

    /// <summary>A line through some points, as thick as is said.</summary>
    public void Curve(IReadOnlyList<(float X, float Y)> points, float width, PdfColor color) =>
        marks.Add(pen => pen.Curve(points, width, color));

    internal void Draw(PdfPen pen) => marks.ForEach(mark => mark(pen));
}
