using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Shared;

/// <summary>
/// The words that the scripts of a page say: every text whose key begins with <c>Js.</c>, as data attributes.
/// <c>Js.LostTitle</c> becomes <c>data-lost-title</c>.
/// </summary>
public sealed class ScriptTexts<TTexts>(IStringLocalizer<TTexts> words)
{
    private const string Prefix = "Js.";

    public IHtmlContent Attributes
    {
        get
        {
            var attributes = new HtmlContentBuilder();
            var said = words.GetAllStrings(includeParentCultures: true).Where(w => w.Name.StartsWith(Prefix, StringComparison.Ordinal));
            foreach (var word in said)
            {
                var name = JsonNamingPolicy.KebabCaseLower.ConvertName(word.Name[Prefix.Length..]);
                attributes.AppendHtml($" data-{name}=\"").Append(word.Value).AppendHtml("\"");
            }

            return attributes;
        }
    }
}
