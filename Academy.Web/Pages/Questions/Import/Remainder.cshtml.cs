using Academy.Domain.Data;
using Academy.Domain.Questions.Imports;
using Academy.Web.Pages.Learning.Authoring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>Leaves out whatever of an import is still to be mended.</summary>
[Authorize(Roles = Authors.Roles)]
public sealed class RemainderModel(AcademyDb db) : ImportPage(db)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        if (Import.IsOpen)
        {
            await Rows
                .Where(r => r.Choice == RowChoice.Undecided)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Choice, RowChoice.LeaveOut), ct);
        }

        return BackToImport();
    }
}
