using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>What the pages of one import have in common: finding it among the banks that the person may edit.</summary>
public abstract class ImportPage(AcademyDb db) : PageModel
{
    [FromRoute] public long Id { get; set; }
    /// <summary>How often somebody had decided on the import when the page was shown.</summary>
    [BindProperty] public int? Seen { get; set; }

    public QuestionImport Import { get; private set; } = null!;

    protected AcademyDb Db => db;
    protected IQueryable<ImportRow> Rows => db.ImportRows.Where(r => r.ImportId == Id);

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        var banks = db.Banks.EditableBy(User.BankUser);
        if (await db.QuestionImports
            .AsNoTracking()
            .Include(i => i.Bank)
            .Include(i => i.StartedBy)
            .Where(i => banks.Any(b => b.Id == i.BankId))
            .SingleOrDefaultAsync(i => i.Id == Id, ct) is not { } import)
        {
            return false;
        }

        Import = import;
        return true;
    }

    protected IActionResult BackToImport(object? query = null) => RedirectToPage("Import", query ?? new { Id });
}
