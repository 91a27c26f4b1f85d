using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Export;

/// <summary>The questions of a bank for the printer: as a paper by type, or with the key.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class PrintModel(AcademyDb db, Recorder recorder) : PageModel
{
    [FromRoute] public long Id { get; set; }
    [BindProperty(Name = "key", SupportsGet = true)] public bool ShowsKey { get; set; }
    public Bank Bank { get; private set; } = null!;

    /// <summary>Types in the order of Chinese papers, each with its questions.</summary>
    public IReadOnlyList<IGrouping<QuestionType, QuestionText>> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Banks
            .OpenTo(User.BankUser)
            .AsNoTracking()
            .SingleOrDefaultAsync(b => b.Id == Id, ct) is not { } bank)
        {
            return NotFound();
        }

        Bank = bank;
        var texts = await db.QuestionVersions
            .AsNoTracking()
            .Where(v => v.IsLatest && v.Question.BankId == Id && v.Question.RetiredAt == null)
            .OrderBy(v => v.QuestionId)
            .Select(v => v.Text)
            .ToListAsync(ct);
        var facts = new ExportFacts(HttpContext.Caller.AddressText, ShowsKey ? "print key=true" : "print", texts.Count);
        await recorder.ExportedAsync(User.Actor, BankTrail.BankExported, bank.Slug, bank.Title, facts, ct);
        Sections = [.. texts.GroupBy(text => text.Type).OrderBy(section => section.Key)];
        return Page();
    }
}
