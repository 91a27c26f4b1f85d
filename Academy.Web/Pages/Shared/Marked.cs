using Academy.Domain.Data.Searching;
using Microsoft.AspNetCore.Html;

namespace Academy.Web.Pages.Shared;

/// <summary>Shows what was searched for with a marker under it. All of it is text; nothing in it becomes markup.</summary>
public static class Marked
{
    public static IHtmlContent Html(IEnumerable<ExcerptPart> parts)
    {
        var html = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            if (part.IsFound) html.AppendHtml("<mark>").Append(part.Text).AppendHtml("</mark>");
            else html.Append(part.Text);
        }

        return html;
    }
}
