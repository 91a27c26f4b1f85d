using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>The files beside a lesson; takes one more.</summary>
[Authorize(Roles = Rights.Trainers)]
[RefuseLargeUploads(AttachmentKind.MostOfAll)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class AttachmentsModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : LessonAuthoringPage(db, words)
{
    private const long MostBytes = AttachmentKind.MostOfAll + (1 << 20);

    public static string Accepted => string.Join(',', AttachmentKind.All.SelectMany(kind => kind.Endings));

    [BindProperty(SupportsGet = true)] public bool TooLarge { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        if (TooLarge) Refuse(new UploadProblem(UploadRefusal.TooLarge, ""));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        if (await AttachAsync(file, ct) is { } refusal)
        {
            Refuse(new UploadProblem(refusal, file?.FileName ?? ""));
            return Page();
        }

        TempData["Flash"] = Words["Attachments.Added"].Value;
        return Redirect($"{Address}/attachments");
    }

    private async Task<UploadRefusal?> AttachAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null) return UploadRefusal.Missing;

        await using var content = file.OpenReadStream();
        return await editor.AttachAsync(User.Actor, Lesson.Id, file.FileName, content, ct);
    }
}
