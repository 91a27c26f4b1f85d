using System.Globalization;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Files.Pdf;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>A book of slips for the printer of whoever practices on paper: as a file, or as this page where no file can be made.</summary>
[Authorize(Roles = $"{Roles.Employee},{Roles.Trainer}")]
public sealed class BookModel(PdfPress press, PrintRoom room, BookDrawing drawing, TimeProvider clock) : PageModel
{
    private const string Pdf = "application/pdf";

    [FromRoute] public int Number { get; set; }
    public PrintedBook Book { get; private set; } = null!;
    public bool HasFont => press.HasFont;

    /// <summary>Whether too many want their book at once.</summary>
    public bool IsCrowded { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (format is not (null or "pdf")) return NotFound();

        Book = new PrintedBook(Number);
        if (format is null) return Page();

        var key = $"slips {Number} {CultureInfo.CurrentUICulture.Name}";
        var printing = await room.PrintAsync(key, User.Id, () => drawing.Of(Book, clock.GetUtcNow()), ct);
        IsCrowded = printing.IsCrowded;
        if (printing.File is not { } file) return IsCrowded ? this.AskToComeBack(PrintRoom.ComeBack) : Page();

        HttpContext.ConfineFile(Pdf);
        Response.Headers.ContentDisposition = $"inline; filename=slips-{Number}.pdf";
        return File(file, Pdf);
    }
}
