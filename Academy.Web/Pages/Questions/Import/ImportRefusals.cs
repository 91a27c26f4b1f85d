using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Imports;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>Says why nothing was done about an import, and who was faster where somebody was.</summary>
public sealed class ImportRefusals(AcademyDb db, Wording say, IStringLocalizer<ImportTexts> words)
{
    public async Task<string> SayAsync(long importId, ImportRefusal refusal, CancellationToken ct)
    {
        var import = await db.QuestionImports.AsNoTracking().Include(i => i.Bank).SingleAsync(i => i.Id == importId, ct);
        return refusal switch
        {
            ImportRefusal.DecidedMeanwhile => Said(refusal, await DeciderAsync(import, ct), import.DecidedAt),
            ImportRefusal.AppliedBefore =>
                Said(refusal, await ActorAsync(import, ImportTrail.QuestionsImported, import.AppliedAt, ct), import.AppliedAt),
            ImportRefusal.UndoneBefore =>
                Said(refusal, await ActorAsync(import, ImportTrail.QuestionsImportUndone, import.UndoneAt, ct), import.UndoneAt),
            ImportRefusal.NotApplied when import.UndoneAt is not null => await SayAsync(importId, ImportRefusal.UndoneBefore, ct),
            _ => words[$"Refusal.{refusal}"],
        };
    }

    private string Said(ImportRefusal refusal, string? by, DateTimeOffset? at) => by is { Length: > 0 } && at is { } then
        ? words[$"Refusal.{refusal}.By", by, say.DayAndTime(then)]
        : words[$"Refusal.{refusal}"];

    private Task<string?> DeciderAsync(QuestionImport import, CancellationToken ct) =>
        db.Employees.Where(e => e.Id == import.DecidedById).Select(e => e.Name).SingleOrDefaultAsync(ct);

    private Task<string?> ActorAsync(QuestionImport import, Act act, DateTimeOffset? at, CancellationToken ct) =>
        db.LinesOf(import, act, at).OrderByDescending(e => e.Id).Select(e => e.ActorName).FirstOrDefaultAsync(ct);
}
