using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>One edition of a lesson, and what it changed.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class LessonEditionModel(AcademyDb db, IStringLocalizer<LearningTexts> words) : LessonAuthoringPage(db, words)
{
    [FromRoute] public int Number { get; set; }
    public LessonEdition Edition { get; private set; } = null!;

    /// <summary>Null for the first.</summary>
    public IReadOnlyList<PartChange>? Changes { get; private set; }

    public LessonView View => new(Edition.Title, Edition.ReadingTime, Edition.Document, 0, [], "");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        var editions = await Db.Set<LessonEdition>()
            .AsNoTracking()
            .Where(e => e.LessonId == Lesson.Id && (e.Number == Number || e.Number == Number - 1))
            .ToListAsync(ct);
        if (editions.SingleOrDefault(e => e.Number == Number) is not { } edition) return NotFound();

        Edition = edition;
        if (editions.SingleOrDefault(e => e.Number == Number - 1) is { } before)
            Changes = Differences.Between(before.Document, edition.Document);
        return Page();
    }
}
