using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Academy.Web.Pages.Shared;

/// <summary>
/// The heads of the table that is being written. Each figure below them takes its head along (<c>data-label</c>), since on a phone a table
/// folds into rows of two lines and its heads are not seen.
/// </summary>
internal sealed class ColumnHeads
{
    private readonly List<string> heads = [];
    private int next;

    public void BeginRow() => next = 0;

    public void Add(string head, int columns) => heads.AddRange(Enumerable.Repeat(head, columns));

    /// <summary>The head of the cell that comes next, which takes so many columns.</summary>
    public string? Pass(int columns)
    {
        var head = heads.ElementAtOrDefault(next);
        next += columns;
        return head;
    }

    public static ColumnHeads? In(ViewContext view) =>
        view.HttpContext.Items.TryGetValue(typeof(ColumnHeads), out var heads) ? (ColumnHeads?)heads : null;
}

[HtmlTargetElement("table")]
[HtmlTargetElement("thead")]
public sealed class TableHeadTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Init(TagHelperContext context) =>
        View.HttpContext.Items[typeof(ColumnHeads)] = context.TagName == "thead" ? new ColumnHeads() : null;
}

[HtmlTargetElement("tr")]
public sealed class TableRowTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Init(TagHelperContext context) => ColumnHeads.In(View)?.BeginRow();
}

[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed partial class TableCellTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ColumnHeads.In(View) is not { } heads) return;

        var columns = int.TryParse(Value("colspan"), CultureInfo.InvariantCulture, out var span) ? span : 1;
        if (Value("scope") == "col")
        {
            heads.Add(Plain((await output.GetChildContentAsync()).GetContent()), columns);
            return;
        }

        var isFigure = Value("class")?.Split(' ').Contains("number") == true;
        if (heads.Pass(columns) is { Length: > 0 } head && isFigure) output.Attributes.SetAttribute("data-label", head);

        string? Value(string attribute) => context.AllAttributes[attribute]?.Value?.ToString();
    }

    private static string Plain(string html) => WebUtility.HtmlDecode(Tags().Replace(html, "")).Trim();

    [GeneratedRegex("<span class=\"visually-hidden\">[^<]*</span>|<[^<>]*>")]
    private static partial Regex Tags();
}
