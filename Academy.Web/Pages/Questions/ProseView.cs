using System.Text.Encodings.Web;
using Academy.Domain.Questions.Texts;
using Microsoft.AspNetCore.Html;

namespace Academy.Web.Pages.Questions;

/// <summary>Shows what authors wrote: formatted text as it is kept, which is safe, and plain text encoded.</summary>
public static class ProseView
{
    extension(Prose prose)
    {
        /// <summary>With each line a paragraph.</summary>
        public IHtmlContent Paragraphs => prose.Html is { } html
            ? new HtmlString(html)
            : new HtmlString(string.Concat(Lines(prose).Select(line => $"<p>{HtmlEncoder.Default.Encode(line)}</p>")));

        /// <summary>Without paragraphs around a plain text, to stand inside a line.</summary>
        public IHtmlContent Inline => prose.Html is { } html
            ? new HtmlString(html)
            : new HtmlString(string.Join("<br>", Lines(prose).Select(HtmlEncoder.Default.Encode)));
    }

    private static string[] Lines(Prose prose) => prose.Plain.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
