using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>What the pages of one bank have in common: finding it among those that are open to the person.</summary>
public abstract class BankPage(AcademyDb db, IStringLocalizer<BanksTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public Bank Bank { get; private set; } = null!;
    public bool MayEdit { get; private set; }
    public bool MayKeep { get; private set; }
    public string Address => $"/authoring/banks/{Id}";

    protected AcademyDb Db => db;
    protected IStringLocalizer<BanksTexts> Words => words;
    protected BankUser BankUser => User.BankUser;

    protected Task<bool> FindOpenAsync(CancellationToken ct) => FindAsync(db.Banks.OpenTo(BankUser), ct);

    protected Task<bool> FindEditableAsync(CancellationToken ct) => FindAsync(db.Banks.EditableBy(BankUser), ct);

    protected Task<bool> FindKeptAsync(CancellationToken ct) => FindAsync(db.Banks.KeptBy(BankUser), ct);

    protected void Refuse(LibrarianRefusal refusal, string field) => ModelState.AddModelError(field, words[$"Refusal.{refusal}"]);

    private async Task<bool> FindAsync(IQueryable<Bank> banks, CancellationToken ct)
    {
        if (await banks
            .Include(b => b.Categories)
            .Include(b => b.Shares)
            .AsSplitQuery()
            .SingleOrDefaultAsync(b => b.Id == Id, ct) is not { } bank)
        {
            return false;
        }

        Bank = bank;
        MayEdit = await db.Banks.EditableBy(BankUser).AnyAsync(b => b.Id == Id, ct);
        MayKeep = await db.Banks.KeptBy(BankUser).AnyAsync(b => b.Id == Id, ct);
        return true;
    }
}
