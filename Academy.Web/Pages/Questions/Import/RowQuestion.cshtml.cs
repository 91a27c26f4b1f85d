using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Web.Pages.Questions.Editor;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>One question of an import in the editor of questions: of any type, with all that it says.</summary>
[Authorize(Roles = Rights.Trainers)]
[RequestSizeLimit(MostBytes)]
public sealed class RowQuestionModel(
    AcademyDb db,
    Gallery gallery,
    Cataloger cataloger,
    IStringLocalizer<EditorTexts> words,
    IStringLocalizer<ImportTexts> texts) : QuestionEditorPage(db, gallery, words)
{
    private readonly AcademyDb db = db;
    private bool isOpen;

    [FromRoute] public long Id { get; set; }
    [FromRoute] public int Position { get; set; }
    public ImportRow Row { get; private set; } = null!;
    public override string Title => texts["Row.Title", Position];
    public override bool IsForBank => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!isOpen) return RedirectToPage("Row", new { Id, Position });

        Question = QuestionForm.Of(Row.Draft!.ToText());
        Reading = Question.Read();
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (await ReadAsync(ct) is not { } text) return Page();

        if (await cataloger.RewriteAsync(Id, Position, text, ct) is { } refusal)
        {
            TempData["Flash"] = texts[$"Refusal.{refusal}"].Value;
            return RedirectToPage("Import", new { Id });
        }

        await FindAsync(ct);
        return RedirectToPage("Import", new { Id, tab = Row.Choice });
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var banks = EditableBanks;
        var import = await db.QuestionImports
            .AsNoTracking()
            .Include(i => i.Bank)
            .SingleOrDefaultAsync(i => i.Id == Id && banks.Any(b => b.Id == i.BankId), ct);
        var rows = db.ImportRows.AsNoTracking().Where(r => r.ImportId == Id && r.Position == Position);
        if (import is null || await rows.SingleOrDefaultAsync(ct) is not { Draft: not null } row) return false;

        (Bank, Row, isOpen) = (import.Bank, row, import.IsOpen);
        return true;
    }
}
