using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Academy.Web.Pages.Shared;

/// <summary>A whole and how much of it is done, drawn round; its content is the words inside.</summary>
[HtmlTargetElement("ring")]
public sealed class RingTagHelper : TagHelper
{
    public decimal Value { get; set; }
    public decimal Of { get; set; }
    public string? Class { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Class is null ? "ring" : $"ring {Class}");
        output.Content.SetHtmlContent("<svg viewBox=\"0 0 120 120\" aria-hidden=\"true\"><circle cx=\"60\" cy=\"60\" r=\"55\"></circle>");
        if (Value > 0 && Of > 0)
        {
            var share = (Math.Min(1, Value / Of) * 100).ToString("0.#", CultureInfo.InvariantCulture);
            output.Content.AppendHtml(
                $"<circle class=\"ring-fill\" cx=\"60\" cy=\"60\" r=\"55\" pathLength=\"100\" stroke-dasharray=\"{share} 100\"></circle>");
        }

        output.Content.AppendHtml("</svg>").AppendHtml(words);
    }
}

/// <summary>A thin bar in a row; words always stand beside it.</summary>
[HtmlTargetElement("meter-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeterTagHelper : TagHelper
{
    public decimal Value { get; set; }
    public decimal Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var share = Of > 0 ? (Math.Clamp(Value / Of, 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture) : "0";
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "meter");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<rect width=\"{share}%\" rx=\"3\"></rect>");
    }
}
