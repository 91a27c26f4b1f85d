using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Academy.Web.Pages.Shared;

/// <summary>A point of a line: how high it is, what stands above it, and what below.</summary>
public sealed record TrendPoint(double Value, string Label, string Axis);

/// <summary>The latest results as a line, oldest at the left; the summary says the same in words.</summary>
[HtmlTargetElement("trend", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TrendTagHelper : TagHelper
{
    private const double Left = 14, Right = 292, Top = 24, Bottom = 56;

    public required IReadOnlyList<TrendPoint> Points { get; set; }
    public required string Summary { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var places = Points.Select((point, i) => (X: X(i), Y: Y(point.Value))).ToList();
        var line = "M" + string.Join('L', places.Select(p => Invariant($"{p.X:0.#} {p.Y:0.#}")));
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "trend");
        output.Attributes.SetAttribute("viewBox", "0 0 306 84");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Summary);
        output.Content.AppendHtml($"<path class=\"trend-area\" d=\"{line}V65H14z\"></path><path class=\"trend-line\" d=\"{line}\"></path>");
        foreach (var (point, (x, y)) in Points.Zip(places)) output.Content.AppendHtml(Mark(point, x, y, point == Points[^1]));
    }

    private static HtmlString Mark(TrendPoint point, double x, double y, bool isLast) => new(Invariant(
        $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{(isLast ? 5.5 : 3)}\"></circle>")
        + Invariant($"<text x=\"{x:0.#}\" y=\"{y - 9:0.#}\"{(isLast ? " class=\"trend-now\"" : "")}>{point.Label}</text>")
        + Invariant($"<text class=\"trend-axis\" x=\"{x:0.#}\" y=\"79\">{point.Axis}</text>"));

    private double X(int index) => Left + ((Right - Left) * index / (Points.Count - 1));

    private double Y(double value)
    {
        var (low, high) = (Points.Min(p => p.Value), Points.Max(p => p.Value));
        return high > low ? Bottom - ((Bottom - Top) * (value - low) / (high - low)) : (Top + Bottom) / 2;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
