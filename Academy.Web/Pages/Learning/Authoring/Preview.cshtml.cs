using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>The next text as readers will see it.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class PreviewModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : LessonAuthoringPage(db, words)
{
    public LessonView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        var proof = await editor.ProofAsync(Lesson.Id, ct);
        if (proof.IsUnreadable)
        {
            TempData["Flash"] = Words["Authoring.Unreadable", LessonTitle].Value;
            return Redirect(Address);
        }

        var attachments = Lesson.Attachments.ToList();
        var files = $"/courses/{Slug}/{LessonSlug}/files";
        View = proof.Draft is { } draft
            ? new LessonView(draft.Title, draft.ReadingTime, draft.Document, Lesson.Course.Edition + 1, attachments, files)
            : new LessonView(Lesson.Title, Lesson.ReadingTime, Lesson.Document, Lesson.Course.Edition, attachments, files);
        return Page();
    }
}
