using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>Takes a file away from beside a lesson.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class RemovalModel(Domain.Data.AcademyDb db, Editor editor, IStringLocalizer<LearningTexts> words)
    : LessonAuthoringPage(db, words)
{
    [FromRoute] public long Id { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindLessonAsync(ct) || !await editor.DetachAsync(User.Actor, Lesson.Id, Id, ct)) return NotFound();

        TempData["Flash"] = Words["Attachments.Removed"].Value;
        return Redirect($"{Address}/attachments");
    }
}
