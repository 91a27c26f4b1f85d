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
public sealed class BookModel(PdfPress press, BookDrawing drawing, TimeProvider clock) : PageModel
{
    private const string Pdf = "application/pdf";

    [FromRoute] public int Number { get; set; }
    public PrintedBook Book { get; private set; } = null!;
    public bool HasFont => press.HasFont;

    public IActionResult OnGet(string? format)
    {
        if (format is not (null or "pdf")) return NotFound();

        Book = new PrintedBook(Number);
        if (format is null || press.Print(drawing.Of(Book, clock.GetUtcNow())) is not { } file) return Page();

        HttpContext.ConfineFile(Pdf);
        Response.Headers.ContentDisposition = $"inline; filename=slips-{Number}.pdf";
        return File(file, Pdf);
    }
}
