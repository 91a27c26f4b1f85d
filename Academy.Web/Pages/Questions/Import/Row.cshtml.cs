using Academy.Domain.Data;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Imports;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>One question of an import, to be changed or left out.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class RowModel(AcademyDb db, Cataloger cataloger, ImportRefusals refusals) : ImportPage(db)
{
    [FromRoute] public int Position { get; set; }
    public ImportRow Row { get; private set; } = null!;

    public WrittenFields? Fields => Left?.Fields ?? (Row.Problem is null ? Mending.FieldsOf(Row.Draft!.Text) : Row.Fields);

    /// <summary>What the person typed and was not saved.</summary>
    public RowForm? Left { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindRowAsync(ct)) return NotFound();

        // What plain fields cannot hold is changed where every question can be.
        return Import.IsOpen && Fields is null && Row.Draft is not null ? RedirectToPage("RowQuestion", new { Id, Position }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(RowForm form, CancellationToken ct)
    {
        if (!await FindRowAsync(ct)) return NotFound();

        form.Position = Position;
        var refusal = await cataloger.DecideAsync(Id, Seen, [form.Decision], User.Actor, ct);
        if (refusal is { } reason)
        {
            var why = await refusals.SayAsync(Id, reason, ct);
            if (form.Fields is not null) return await FindRowAsync(ct) ? ShowAgain(form, why) : NotFound();

            TempData["Flash"] = why;
            return BackToImport();
        }

        await FindRowAsync(ct);
        return Row.Problem is not null && Row.Choice == RowChoice.Undecided ? Page() : BackToImport(new { Id, tab = Row.Choice });
    }

    private PageResult ShowAgain(RowForm form, string why)
    {
        Left = form;
        ModelState.Clear();
        ModelState.AddModelError("", why);
        return Page();
    }

    private async Task<bool> FindRowAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return false;
        if (await Rows.AsNoTracking().SingleOrDefaultAsync(r => r.Position == Position, ct) is not { } row) return false;

        Row = row;
        return true;
    }
}
