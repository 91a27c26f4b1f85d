using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Banks;

public enum LibrarianRefusal
{
    TitleMissing,
    TitleTooLong,
    DescriptionTooLong,
    NoSuchTrainer,
    AlreadyShared,
    CategoryUnderItself,
    CategoryNotEmpty,
}

/// <summary>What a bank is called, and who may do what with it.</summary>
public sealed record BankTerms(string Title, string Description, BankAccess Access, bool RequiresReview);

/// <summary>
/// Keeps the banks: sets them up, opens them to others, and orders their drawers, each act with
/// its line in the audit trail.
/// </summary>
public sealed class Librarian(AcademyDb db, TimeProvider clock)
{
    public const int LongestTitle = 100;
    public const int LongestDescription = 400;
    public const int LongestCategory = 60;

    public async Task<(Bank? Bank, LibrarianRefusal? Refusal)> AddBankAsync(Actor actor, BankTerms terms, CancellationToken ct)
    {
        if (Objection(terms) is { } refusal) return (null, refusal);

        var bank = db.Add(new Bank(await FreeSlugAsync(ct)) { OwnerId = actor.Id }).Entity;
        Set(bank, terms);
        Write(actor, Act.BankAdded, bank, null, TermsOf(bank));
        await db.SaveChangesAsync(ct);
        return (bank, null);
    }

    public async Task<LibrarianRefusal?> DescribeAsync(Actor actor, Bank bank, BankTerms terms, CancellationToken ct)
    {
        if (Objection(terms) is { } refusal) return refusal;

        var before = TermsOf(bank);
        Set(bank, terms);
        if (before != terms) Write(actor, Act.BankEdited, bank, before, terms);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Lets a trainer edit the bank, whatever others may do with it. The bank must have its shares.</summary>
    public async Task<LibrarianRefusal?> ShareAsync(Actor actor, Bank bank, string number, CancellationToken ct)
    {
        if (await db.Employees.Numbered(number).Employed().Holding(db, Roles.Trainer).SingleOrDefaultAsync(ct) is not { } trainer)
            return LibrarianRefusal.NoSuchTrainer;
        if (trainer.Id == bank.OwnerId || bank.Shares.Any(s => s.EmployeeId == trainer.Id)) return LibrarianRefusal.AlreadyShared;

        bank.Shares.Add(new BankShare(trainer.Id));
        Write(actor, Act.BankShared, bank, null, new { Trainer = NameOf(trainer) });
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>The bank must have its shares.</summary>
    public async Task UnshareAsync(Actor actor, Bank bank, Employee trainer, CancellationToken ct)
    {
        if (bank.Shares.SingleOrDefault(s => s.EmployeeId == trainer.Id) is not { } share) return;

        bank.Shares.Remove(share);
        Write(actor, Act.BankUnshared, bank, new { Trainer = NameOf(trainer) }, null);
        await db.SaveChangesAsync(ct);
    }

    public async Task<LibrarianRefusal?> AddCategoryAsync(Actor actor, Bank bank, string title, Category? parent, CancellationToken ct)
    {
        if (Objection(title) is { } refusal) return refusal;

        bank.Categories.Add(new Category(title, parent));
        Write(actor, Act.CategoryAdded, bank, null, new { Category = title, Parent = parent?.Title });
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Renames and moves a drawer. The bank must have all its drawers.</summary>
    public async Task<LibrarianRefusal?> EditCategoryAsync(
        Actor actor, Bank bank, Category category, string title, Category? parent, CancellationToken ct)
    {
        var before = new { Category = category.Title, Parent = category.Parent?.Title };
        if ((Objection(title) ?? category.MoveUnder(parent)) is { } refusal) return refusal;

        category.Rename(title);
        Write(actor, Act.CategoryEdited, bank, before, new { Category = title, Parent = parent?.Title });
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<LibrarianRefusal?> RemoveCategoryAsync(Actor actor, Bank bank, Category category, CancellationToken ct)
    {
        if (await db.Questions.AnyAsync(q => q.CategoryId == category.Id, ct)
            || await db.Categories.AnyAsync(c => c.ParentId == category.Id, ct))
        {
            return LibrarianRefusal.CategoryNotEmpty;
        }

        db.Remove(category);
        Write(actor, Act.CategoryRemoved, bank, new { Category = category.Title, Parent = category.Parent?.Title }, null);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static LibrarianRefusal? Objection(BankTerms terms)
    {
        if (terms.Title.Length == 0) return LibrarianRefusal.TitleMissing;
        if (terms.Title.Length > LongestTitle) return LibrarianRefusal.TitleTooLong;
        return terms.Description.Length > LongestDescription ? LibrarianRefusal.DescriptionTooLong : null;
    }

    private static LibrarianRefusal? Objection(string category) =>
        category.Length == 0 ? LibrarianRefusal.TitleMissing : category.Length > LongestCategory ? LibrarianRefusal.TitleTooLong : null;

    private static void Set(Bank bank, BankTerms terms) =>
        (bank.Title, bank.Description, bank.Access, bank.RequiresReview) =
            (terms.Title, terms.Description, terms.Access, terms.RequiresReview);

    private static BankTerms TermsOf(Bank bank) => new(bank.Title, bank.Description, bank.Access, bank.RequiresReview);

    private static string NameOf(Employee trainer) => $"{trainer.UserName} {trainer.Name}";

    private async Task<string> FreeSlugAsync(CancellationToken ct)
    {
        var taken = await db.Banks.Select(b => b.Slug).ToListAsync(ct);
        return Enumerable.Range(1, taken.Count + 1)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"bank-{n}"))
            .First(slug => !taken.Contains(slug));
    }

    private void Write(Actor actor, Act act, Bank bank, object? before, object? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, AuditSubject.Bank, bank.Slug, bank.Title, before, after));
}
