using System.Globalization;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Academy.Web.Pages.Home;

/// <summary>The latest results as a line, oldest at the left; the summary says the same in words.</summary>
[HtmlTargetElement("trend", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TrendTagHelper(Wording wording) : TagHelper
{
    private const double Left = 14, Right = 292, Top = 24, Bottom = 56;

    public required IReadOnlyList<ResultSummary> Results { get; set; }
    public required string Summary { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shares = Results.Select(r => (double)(r.Score.Value / r.MaxScore.Value)).ToList();
        var points = shares.Select((share, i) => (X: X(i), Y: Y(share, shares))).ToList();
        var line = "M" + string.Join('L', points.Select(p => Invariant($"{p.X:0.#} {p.Y:0.#}")));
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "trend");
        output.Attributes.SetAttribute("viewBox", "0 0 306 84");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Summary);
        output.Content.AppendHtml($"<path class=\"trend-area\" d=\"{line}V65H14z\"></path><path class=\"trend-line\" d=\"{line}\"></path>");
        foreach (var (result, (x, y)) in Results.Zip(points)) output.Content.AppendHtml(Mark(result, x, y, result == Results[^1]));
    }

    private HtmlString Mark(ResultSummary result, double x, double y, bool isLast) => new(Invariant(
        $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{(isLast ? 5.5 : 3)}\"></circle>")
        + Invariant($"<text x=\"{x:0.#}\" y=\"{y - 9:0.#}\"{(isLast ? " class=\"trend-now\"" : "")}>{result.Score}</text>")
        + Invariant($"<text class=\"trend-axis\" x=\"{x:0.#}\" y=\"79\">{wording.Month(result.SubmittedAt)}</text>"));

    private double X(int index) => Left + ((Right - Left) * index / (Results.Count - 1));

    private static double Y(double share, List<double> shares)
    {
        var (low, high) = (shares.Min(), shares.Max());
        return high > low ? Bottom - ((Bottom - Top) * (share - low) / (high - low)) : (Top + Bottom) / 2;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
