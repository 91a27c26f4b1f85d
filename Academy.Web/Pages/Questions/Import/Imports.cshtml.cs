using System.Text;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Imports;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>Takes questions into a bank, from a file or a pasted text, and lists what was imported before.</summary>
[Authorize(Roles = Rights.Trainers)]
[RefuseLargeUploads(Cataloger.MostBytes)]
public sealed class ImportsModel(AcademyDb db, Cataloger cataloger) : PageModel
{
    [FromRoute] public long Id { get; set; }

    /// <summary>Whether a file came that was too large to be read.</summary>
    [BindProperty(SupportsGet = true)] public bool TooLarge { get; set; }

    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public string? Pasted { get; set; }

    /// <summary>How to read it; null to tell by what it holds.</summary>
    [BindProperty] public QuestionFormat? Format { get; set; }
    public Bank Bank { get; private set; } = null!;
    public ImportRefusal? Refusal { get; private set; }
    public IReadOnlyList<ReadingMessage> Problems { get; private set; } = [];
    public bool HasNothing { get; private set; }
    public IReadOnlyList<QuestionImport> Earlier { get; private set; } = [];
    public Paging Paging { get; private set; } = new(1, 0);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int asked, CancellationToken ct)
    {
        Refusal = TooLarge ? ImportRefusal.TooLarge : null;
        return await ShowAsync(asked, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } bank) return NotFound();

        var (name, content) = await ReceivedAsync(ct);
        HasNothing = content.Length == 0;
        if (HasNothing) return await ShowAsync(1, ct);

        var source = new UploadedQuestions(name, content, Format);
        (var import, Refusal, Problems) = await cataloger.ReceiveAsync(bank.Id, source, User.Actor, ct);
        return import is { } id ? RedirectToPage("Import", new { id }) : await ShowAsync(1, ct);
    }

    private async Task<(string Name, byte[] Content)> ReceivedAsync(CancellationToken ct)
    {
        if (Upload is not { } file) return ("", Encoding.UTF8.GetBytes(Pasted?.Trim() ?? ""));

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return (file.FileName, bytes.ToArray());
    }

    private async Task<IActionResult> ShowAsync(int asked, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } bank) return NotFound();

        Bank = bank;
        var imports = db.QuestionImports.AsNoTracking().Where(i => i.BankId == Id);
        Paging = Paging.Of(asked, await imports.CountAsync(ct));
        Earlier = await imports.Include(i => i.StartedBy).OrderByDescending(i => i.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        return Page();
    }

    private Task<Bank?> FindAsync(CancellationToken ct) =>
        db.Banks.EditableBy(User.BankUser).AsNoTracking().SingleOrDefaultAsync(b => b.Id == Id, ct);
}
