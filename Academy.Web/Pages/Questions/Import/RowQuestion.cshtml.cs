using System.Globalization;
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
    ImportRefusals refusals,
    IStringLocalizer<EditorTexts> words,
    IStringLocalizer<ImportTexts> texts) : QuestionEditorPage(db, gallery, words)
{
    private readonly AcademyDb db = db;
    private QuestionImport import = null!;

    [FromRoute] public long Id { get; set; }
    [FromRoute] public int Position { get; set; }

    /// <summary>How often somebody has decided on the import.</summary>
    public int Revision => import.Revision;

    public ImportRow Row { get; private set; } = null!;
    public override string Title => texts["Row.Title", Position];
    public override bool IsForBank => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!import.IsOpen) return RedirectToPage("Row", new { Id, Position });

        (Question, Seen) = (QuestionForm.Of(Row.Draft!.ToText()), RevisionText);
        Reading = Question.Read();
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (await ReadAsync(ct) is not { } text) return Page();

        int? seen = int.TryParse(Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? shown : null;
        var refusal = await cataloger.RewriteAsync(Id, seen, Position, text, User.Actor, ct);
        if (refusal is { } reason)
        {
            if (!await FindAsync(ct)) return NotFound();

            Seen = RevisionText;
            Refuse("", await refusals.SayAsync(Id, reason, ct));
            await ShowAsync(ct);
            return Page();
        }

        await FindAsync(ct);
        return RedirectToPage("Import", new { Id, tab = Row.Choice });
    }

    private string RevisionText => Revision.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var banks = EditableBanks;
        var found = await db.QuestionImports
            .AsNoTracking()
            .Include(i => i.Bank)
            .SingleOrDefaultAsync(i => i.Id == Id && banks.Any(b => b.Id == i.BankId), ct);
        var rows = db.ImportRows.AsNoTracking().Where(r => r.ImportId == Id && r.Position == Position);
        if (found is null || await rows.SingleOrDefaultAsync(ct) is not { Draft: not null } row) return false;

        (Bank, Row, import) = (found.Bank, row, found);
        return true;
    }
}
