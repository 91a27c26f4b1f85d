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
    CategoryExists,
    CategoryUnderItself,
    CategoryNotEmpty,
    ReviewStays,
    SavedBefore,
    ChangedMeanwhile,
}

/// <summary>
/// Keeps the banks: sets them up, opens them to others, and orders their drawers. Each act finds again what the person may keep or
/// edit by then; what is no longer there, or is another, is refused. What the same person has just done is done.
/// </summary>
public sealed class Librarian(AcademyDb db, TimeProvider clock)
{
    private const char Kind = 'b';

    /// <summary>
    /// What a bank will be found by. Whoever opens an empty form gets one, so that sending the form twice makes one bank.
    /// </summary>
    public static string NewSlug() => FormKey.New(Kind);

    public static bool IsSlug(string? slug) => FormKey.IsOf(Kind, slug);

    /// <summary>
    /// Adds a bank under a slug made for it. The same once more gives the one that is there; other terms are refused.
    /// </summary>
    public async Task<(long? BankId, LibrarianRefusal? Refusal)> AddBankAsync(
        Actor actor, string slug, BankTerms terms, CancellationToken ct)
    {
        if (terms.Refusal() is { } refusal) return (null, refusal);

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(actor, ct)) return (null, LibrarianRefusal.ChangedMeanwhile);
        if (await db.Banks.SingleOrDefaultAsync(b => b.Slug == slug, ct) is { } there)
        {
            if (there.OwnerId != actor.Id) return (null, LibrarianRefusal.ChangedMeanwhile);
            return BankTerms.Of(there) == terms ? (there.Id, null) : (null, LibrarianRefusal.SavedBefore);
        }

        var bank = db.Add(new Bank(slug) { OwnerId = actor.Id }).Entity;
        terms.PutInto(bank);
        Record(actor, BankTrail.BankAdded, bank, null, terms);
        await turn.CommitAsync(ct);
        return (bank.Id, null);
    }

    /// <summary>
    /// Sets the terms of a bank. Where it comes to demand reviews, what only those stand for who wrote it goes out of force, and how
    /// many that are is said; that it demands none any more is for administrators to say.
    /// </summary>
    /// <param name="actor">Who sets the terms.</param>
    /// <param name="bankId">The bank.</param>
    /// <param name="seen">The terms that the actor saw, as <see cref="BankTerms.AsSeen"/> tells them.</param>
    /// <param name="terms">What they are to become.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<(LibrarianRefusal? Refusal, int ForReview)> DescribeAsync(
        Actor actor, long bankId, string? seen, BankTerms terms, CancellationToken ct)
    {
        if (terms.Refusal() is { } refusal) return (refusal, 0);

        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindKeptAsync(actor, bankId, ct) is not { } bank) return (LibrarianRefusal.ChangedMeanwhile, 0);

        var before = BankTerms.Of(bank);
        if (before == terms) return (null, 0);
        if (before.AsSeen() != seen) return (LibrarianRefusal.ChangedMeanwhile, 0);
        if (before.RequiresReview && !terms.RequiresReview && !(await db.BankUserAsync(actor, ct)).IsAdministrator)
            return (LibrarianRefusal.ReviewStays, 0);

        terms.PutInto(bank);
        Record(actor, BankTrail.BankEdited, bank, before, terms);
        var forReview = terms.RequiresReview && !before.RequiresReview ? await SuspendUnvouchedAsync(actor, bank, ct) : 0;
        await turn.CommitAsync(ct);
        return (null, forReview);
    }

    /// <summary>Lets a trainer edit the bank, whatever others may do with it.</summary>
    public async Task<LibrarianRefusal?> ShareAsync(Actor actor, long bankId, string number, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindKeptAsync(actor, bankId, ct) is not { } bank) return LibrarianRefusal.ChangedMeanwhile;
        if (await db.Employees.Numbered(number).Employed().Holding(db, Roles.Trainer).SingleOrDefaultAsync(ct) is not { } trainer)
            return LibrarianRefusal.NoSuchTrainer;
        var shared = ShareFacts.Of(trainer);
        if (trainer.Id == bank.OwnerId || bank.Shares.Any(s => s.EmployeeId == trainer.Id))
            return await IsRepeatAsync(actor, BankTrail.BankShared, bank, shared, ct) ? null : LibrarianRefusal.AlreadyShared;

        bank.Shares.Add(new BankShare(trainer.Id));
        Record(actor, BankTrail.BankShared, bank, null, shared);
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Takes the bank back from a trainer; nothing happens when it is not shared with them.</summary>
    public async Task<LibrarianRefusal?> UnshareAsync(Actor actor, long bankId, long trainerId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindKeptAsync(actor, bankId, ct) is not { } bank) return LibrarianRefusal.ChangedMeanwhile;
        if (bank.Shares.SingleOrDefault(s => s.EmployeeId == trainerId) is not { } share) return null;

        bank.Shares.Remove(share);
        var trainer = await db.Employees.SingleAsync(e => e.Id == trainerId, ct);
        Record(actor, BankTrail.BankUnshared, bank, ShareFacts.Of(trainer), null);
        await turn.CommitAsync(ct);
        return null;
    }

    public async Task<LibrarianRefusal?> AddCategoryAsync(Actor actor, long bankId, CategoryTerms terms, CancellationToken ct)
    {
        if (terms.Refusal() is { } refusal) return refusal;

        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindEditableAsync(actor, bankId, ct) is not { } bank) return LibrarianRefusal.ChangedMeanwhile;
        if (!bank.HasPlaceFor(terms)) return LibrarianRefusal.ChangedMeanwhile;
        if (bank.Categories.FirstOrDefault(c => CategoryTerms.Of(c) == terms) is { } there)
        {
            var added = CategoryFacts.Of(there);
            return await IsRepeatAsync(actor, BankTrail.CategoryAdded, bank, added, ct) ? null : LibrarianRefusal.CategoryExists;
        }

        var category = new Category(terms.Title, bank.Categories.SingleOrDefault(c => c.Id == terms.ParentId));
        bank.Categories.Add(category);
        Record(actor, BankTrail.CategoryAdded, bank, null, CategoryFacts.Of(category));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Renames and moves a drawer.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="bankId">The bank.</param>
    /// <param name="categoryId">The drawer.</param>
    /// <param name="seen">The drawer as the actor saw it, as <see cref="CategoryTerms.AsSeen"/> tells it.</param>
    /// <param name="terms">What it is to be.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<LibrarianRefusal?> EditCategoryAsync(
        Actor actor, long bankId, long categoryId, string? seen, CategoryTerms terms, CancellationToken ct)
    {
        if (terms.Refusal() is { } refusal) return refusal;

        await using var turn = await db.TakeTurnAsync(ct);
        var bank = await FindEditableAsync(actor, bankId, ct);
        if (bank?.Categories.SingleOrDefault(c => c.Id == categoryId) is not { } category) return LibrarianRefusal.ChangedMeanwhile;
        if (CategoryTerms.Of(category) == terms) return null;
        if (CategoryTerms.Of(category).AsSeen() != seen || !bank.HasPlaceFor(terms)) return LibrarianRefusal.ChangedMeanwhile;
        if (bank.Categories.Any(c => CategoryTerms.Of(c) == terms)) return LibrarianRefusal.CategoryExists;

        var before = CategoryFacts.Of(category);
        if (category.MoveUnder(terms.ParentId, bank.Categories) is { } misplaced) return misplaced;

        category.Rename(terms.Title);
        Record(actor, BankTrail.CategoryEdited, bank, before, CategoryFacts.Of(category));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Takes an empty drawer out; nothing happens when it is gone.</summary>
    public async Task<LibrarianRefusal?> RemoveCategoryAsync(Actor actor, long bankId, long categoryId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindEditableAsync(actor, bankId, ct) is not { } bank) return LibrarianRefusal.ChangedMeanwhile;
        if (bank.Categories.SingleOrDefault(c => c.Id == categoryId) is not { } category) return null;
        // Also what an import that is on its way has put below it.
        var isFilled = await db.Questions.AnyAsync(q => q.CategoryId == categoryId, ct)
            || await db.Categories.AnyAsync(c => c.ParentId == categoryId, ct);
        if (isFilled) return LibrarianRefusal.CategoryNotEmpty;

        db.Remove(category);
        Record(actor, BankTrail.CategoryRemoved, bank, CategoryFacts.Of(category), null);
        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<int> SuspendUnvouchedAsync(Actor actor, Bank bank, CancellationToken ct)
    {
        var suspended = await db.SuspendUnvouchedAsync(db.Questions.Where(q => q.BankId == bank.Id), clock.GetUtcNow(), ct);
        if (suspended > 0) Record(actor, BankTrail.QuestionsSuspended, bank, null, new SuspensionFacts(suspended));
        return suspended;
    }

    private async Task<Bank?> FindKeptAsync(Actor actor, long id, CancellationToken ct) =>
        await db.Banks.KeptBy(await db.BankUserAsync(actor, ct)).Include(b => b.Shares).SingleOrDefaultAsync(b => b.Id == id, ct);

    private async Task<Bank?> FindEditableAsync(Actor actor, long id, CancellationToken ct) =>
        await db.Banks.EditableBy(await db.BankUserAsync(actor, ct)).Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == id, ct);

    private async Task<bool> IsRepeatAsync(Actor actor, Act act, Bank bank, IFacts facts, CancellationToken ct) =>
        await db.RepeatedAsync(actor, act, BankTrail.Bank, bank.Slug, ct) is { } last && last.Tells(facts);

    private void Record(Actor actor, Act act, Bank bank, IFacts? before, IFacts? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, BankTrail.Bank, bank.Slug, bank.Title, before, after));
}
