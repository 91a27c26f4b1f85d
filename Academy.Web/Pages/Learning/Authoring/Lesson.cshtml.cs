using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Where a lesson's next text is written.</summary>
[Authorize(Roles = Rights.Trainers)]
[RequestSizeLimit(MostBytes)]
public sealed class ManuscriptModel(Domain.Data.AcademyDb db, Editor editor, Wording say, IStringLocalizer<LearningTexts> words)
    : LessonAuthoringPage(db, words)
{
    /// <summary>The longest text has nine bytes to a character on its way.</summary>
    private const long MostBytes = 4 << 20;

    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Notice { get; set; }
    [BindProperty] public string? Aims { get; set; }
    [BindProperty] public string? Body { get; set; }
    [BindProperty] public string? KeyPoints { get; set; }
    [BindProperty] public string? Sources { get; set; }
    [BindProperty] public string? Revision { get; set; }

    /// <summary>Whether somebody else has saved since the page was opened.</summary>
    public bool IsBehind { get; private set; }

    public ManuscriptFormat Format => Lesson.Manuscript?.Format ?? ManuscriptFormat.Markdown;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        var text = Lesson.Manuscript is { } manuscript ? ManuscriptText.Of(manuscript.Source) : ManuscriptText.Of(Lesson.Document);
        (Title, Notice, Body, Revision) = (LessonTitle, text.Notice, text.Body, Lesson.Revision);
        (Aims, KeyPoints, Sources) = (string.Join('\n', text.Aims), string.Join('\n', text.KeyPoints), string.Join('\n', text.Sources));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? next, CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        var text = new ManuscriptText(
            Notice?.Trim() is { Length: > 0 } notice ? notice : null, Lines(Aims), Body ?? "", Lines(KeyPoints), Lines(Sources));
        if (await editor.WriteAsync(User.Actor, Lesson.Id, Revision ?? "", OneLine.Of(Title), Format, text, ct) is { } refusal)
        {
            if (refusal == EditorRefusal.SavedMeanwhile) await ShowOtherAsync(ct);
            else if (refusal == EditorRefusal.TextTooDense && LessonReader.DenseIn(text.Body) is { } dense)
                Refuse(nameof(Body), "Editor.TextTooDense", dense);
            else Refuse(refusal);
            return Page();
        }

        TempData["Flash"] = Words["Authoring.ManuscriptSaved"].Value;
        return Redirect(next == "preview" ? $"{Address}/preview" : Address);
    }

    /// <summary>Keeps what was written on the page, and lets it be saved once its author knows of the other text.</summary>
    private async Task ShowOtherAsync(CancellationToken ct)
    {
        ModelState.AddModelError("", await SavedMeanwhileAsync("Editor.SavedMeanwhile", say, ct));
        (IsBehind, Revision) = (true, Lesson.Revision);
    }

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
