using System.Net;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>A picture or sound that is put behind the stem or an option.</summary>
public sealed class MediaForm
{
    public const string Stem = "stem";

    public IFormFile? File { get; set; }

    /// <summary>What it shows or says, for those who cannot see or hear it.</summary>
    public string? Alternative { get; set; }

    /// <summary><see cref="Stem"/>, or the number of an option from 0.</summary>
    public string? Into { get; set; }

    public void InsertInto(QuestionForm form, StoredFile file)
    {
        if (!form.IsFormatted) form.Format();
        var address = ProseHtml.FilePath + file.Digest;
        var said = WebUtility.HtmlEncode(Alternative?.Trim() is { Length: > 0 } given ? given : file.Name);
        var element = file.MediaType.StartsWith("audio/", StringComparison.Ordinal)
            ? $"""<audio controls src="{address}" title="{said}"></audio>"""
            : $"""<img src="{address}" alt="{said}">""";
        if (int.TryParse(Into, out var index) && index >= 0 && index < form.Options.Count) form.Options[index].Text += element;
        else form.Stem += $"\n<p>{element}</p>";
    }
}
