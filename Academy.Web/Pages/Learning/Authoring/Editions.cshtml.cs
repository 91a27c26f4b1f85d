using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>One edition in the list; without an author it came with the academy.</summary>
public sealed record EditionRow(int Number, string Title, string? Author, DateTimeOffset PublishedAt);

[Authorize(Roles = Rights.Trainers)]
public sealed class EditionsModel(AcademyDb db, IStringLocalizer<LearningTexts> words) : LessonAuthoringPage(db, words)
{
    public IReadOnlyList<EditionRow> Editions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindLessonAsync(ct)) return NotFound();

        var people = Db.Employees;
        Editions = await Db.Set<LessonEdition>()
            .Where(e => e.LessonId == Lesson.Id)
            .OrderByDescending(e => e.Number)
            .Select(e => new EditionRow(
                e.Number,
                e.Title,
                people.Where(p => p.Id == e.AuthorId).Select(p => p.Name).FirstOrDefault(),
                e.PublishedAt))
            .ToListAsync(ct);
        return Page();
    }
}
