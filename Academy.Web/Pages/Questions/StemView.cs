using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;

namespace Academy.Web.Pages.Questions;

/// <summary>A stretch of a stem, and the gap that follows it, counted from 0.</summary>
public sealed record StemPiece(IHtmlContent Html, int? Gap);

/// <summary>Shows stems that say <c>[[1]]</c> where their first gap is.</summary>
public static partial class StemView
{
    /// <summary>The stem cut at its gaps. Only text is cut, never a tag, and each gap once.</summary>
    public static IReadOnlyList<StemPiece> Pieces(Prose stem, int gaps)
    {
        var html = stem.Paragraphs.ToString()!;
        var parts = Place().Split(stem.Html is null ? Mark(html) : MarkTexts(html));
        var pieces = new List<StemPiece>();
        var open = Enumerable.Range(0, gaps).ToHashSet();
        var before = "";
        for (var i = 0; i < parts.Length; i += 2)
        {
            int? gap = i + 1 < parts.Length
                && int.TryParse(parts[i + 1], CultureInfo.InvariantCulture, out var number)
                && open.Remove(number - 1) ? number - 1 : null;
            before += parts[i];
            if (gap is null && i + 1 < parts.Length)
            {
                before += Prose.Blank;
                continue;
            }

            pieces.Add(new StemPiece(new HtmlString(before), gap));
            before = "";
        }

        return pieces;
    }

    extension(Prose stem)
    {
        /// <summary>What it reads as, with a line where a gap is.</summary>
        public string Line => Prose.WithBlanks(stem.Plain);

        /// <summary>Its paragraphs, with a line where a gap is.</summary>
        public IHtmlContent WithLines => new HtmlString(Prose.WithBlanks(stem.Paragraphs.ToString()!));
    }

    private static string MarkTexts(string html)
    {
        var body = new HtmlParser().ParseDocument($"<!doctype html><body>{html}").Body!;
        var texts = body.Descendants<IText>().Where(text => Gap().IsMatch(text.Data)).ToList();
        foreach (var text in texts) text.Data = Mark(text.Data);
        return body.InnerHtml;
    }

    /// <summary>Private-use characters stand for the gap; a stem has none of its own.</summary>
    private static string Mark(string text) => Gap().Replace(text, "\uE000$1\uE001");

    [GeneratedRegex(@"\[\[(\d{1,3})\]\]")]
    private static partial Regex Gap();

    [GeneratedRegex("\uE000(\\d{1,3})\uE001")]
    private static partial Regex Place();
}
