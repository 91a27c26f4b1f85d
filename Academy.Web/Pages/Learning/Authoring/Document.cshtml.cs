using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Takes a document as the lesson's next text.</summary>
[Authorize(Roles = Rights.Trainers)]
[RefuseLargeUploads(UploadedText.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class DocumentModel(
    Domain.Data.AcademyDb db, Editor editor, ReadingTime time, Wording say, IStringLocalizer<LearningTexts> words)
    : LessonAuthoringPage(db, words)
{
    private const long MostBytes = UploadedText.MostBytes + (1 << 20);

    [BindProperty(SupportsGet = true)] public bool TooLarge { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        if (TooLarge) Refuse(new UploadProblem(UploadRefusal.TooLarge, ""));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, [FromForm] string? revision, CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        var (text, problem) = Read(file, ct);
        if (problem is not null)
        {
            Refuse(problem);
        }
        else if (await WriteAsync(text!, revision ?? "", ct) is { } refusal)
        {
            ModelState.AddModelError(
                "File",
                refusal == EditorRefusal.SavedMeanwhile
                    ? await SavedMeanwhileAsync("Upload.SavedMeanwhile", say, ct)
                    : Words[$"Editor.{refusal}"]);
        }

        if (!ModelState.IsValid) return Page();

        TempData["Flash"] = text!.LeftOut.Count == 0
            ? Words["Upload.Taken"].Value
            : Words[
                "Upload.TakenWithout",
                string.Join(Words["Upload.And"], text.LeftOut.Select(what => Words[$"LeftOut.{what}"].Value))].Value;
        return Redirect($"{Address}/preview");
    }

    private (UploadedText? Text, UploadProblem? Problem) Read(IFormFile? file, CancellationToken ct)
    {
        if (file is null) return (null, new UploadProblem(UploadRefusal.Missing, ""));

        using var content = file.OpenReadStream();
        return time.Read(
            token => UploadedText.Read(file.FileName, content, token), (null, new UploadProblem(UploadRefusal.TooSlow, "")), ct);
    }

    /// <summary>What the form has besides the text stays.</summary>
    private async Task<EditorRefusal?> WriteAsync(UploadedText text, string revision, CancellationToken ct)
    {
        var known = Lesson.Manuscript is { } manuscript ? ManuscriptText.Of(manuscript.Source) : ManuscriptText.Of(Lesson.Document);
        var title = Lesson.Edition == 0 && text.Title is { Length: <= Editor.LongestTitle } own ? own : LessonTitle;
        return await editor.WriteAsync(User.Actor, Lesson.Id, revision, title, text.Format, known with { Body = text.Body }, ct);
    }
}
