using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Somebody whom a bank is shared with.</summary>
public sealed record Sharer(string Number, string Name);

/// <summary>The terms of a bank, and whom it is shared with.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class BankSettingsModel(AcademyDb db, Librarian librarian, LastActs last, IStringLocalizer<BanksTexts> words)
    : BankPage(db, words)
{
    [BindProperty] public BankForm Form { get; set; } = new();

    /// <summary>The terms that the form was filled from.</summary>
    [BindProperty] public string? Seen { get; set; }

    /// <summary>How far the trail went then.</summary>
    [BindProperty] public string? Since { get; set; }

    public IReadOnlyList<Sharer> Sharers { get; private set; } = [];

    /// <summary>Whether reviews are demanded and it is not for the person to say that they are not.</summary>
    public bool IsReviewKept => Bank.RequiresReview && !BankUser.IsAdministrator;

    /// <summary>How many questions would go out of force if reviews were demanded.</summary>
    public int Unvouched { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindKeptAsync(ct)) return NotFound();

        (Form, Seen) = (BankForm.Of(Bank), BankTerms.Of(Bank).AsSeen());
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindKeptAsync(ct)) return NotFound();

        var (refused, forReview) = await librarian.DescribeAsync(User.Actor, Id, Seen, Form.Terms, ct);
        if (refused is { } refusal)
        {
            if (refusal == LibrarianRefusal.ChangedMeanwhile) await SayChangeAsync(ct);
            else Refuse(refusal, BankForm.FieldOf(refusal));
            return await ShowAsync(ct);
        }

        TempData["Flash"] = forReview == 0 ? Words["Saved"].Value : Words["Saved.ForReview", Count.Of(forReview)].Value;
        return Redirect(Address);
    }

    /// <summary>Whoever reads it knows how the bank is now.</summary>
    private async Task SayChangeAsync(CancellationToken ct)
    {
        await FindKeptAsync(ct);
        ModelState.AddModelError("", await last.SayAsync(BankTrail.ChangesOfBank, Bank.Slug, Since, ct));
        (Seen, Since) = (BankTerms.Of(Bank).AsSeen(), null);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var ids = Bank.Shares.Select(s => s.EmployeeId).ToList();
        Sharers = await Db.Employees
            .Where(e => ids.Contains(e.Id))
            .OrderBy(e => e.PinyinKey)
            .Select(e => new Sharer(e.UserName!, e.Name))
            .ToListAsync(ct);
        if (!Bank.RequiresReview)
            Unvouched = await Db.QuestionVersions.InForce().InForceUnvouched().CountAsync(v => v.Question.BankId == Id, ct);
        return Page();
    }
}
