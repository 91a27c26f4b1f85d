using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Banks;

public static class BankQueries
{
    extension(AcademyDb db)
    {
        /// <summary>All that are there to be seen.</summary>
        public IQueryable<Bank> Banks => db.Set<Bank>().Where(b => b.Slug != Bank.AnteroomSlug);

        public DbSet<Category> Categories => db.Set<Category>();

        public DbSet<StoredFile> QuestionFiles => db.Set<StoredFile>();

        /// <summary>What people call the banks, by their slugs.</summary>
        public Task<Dictionary<string, string>> BankTitlesAsync(CancellationToken ct) =>
            db.Banks.Select(b => new { b.Slug, b.Title }).ToDictionaryAsync(b => b.Slug, b => b.Title, ct);

        /// <summary>What somebody is among those who work on banks, as the roll says now.</summary>
        public async Task<BankUser> BankUserAsync(Actor actor, CancellationToken ct)
        {
            var isAdministrator = await db.AdministersAsync(actor, ct);
            return new BankUser(actor.Id!.Value, isAdministrator) { Teaches = isAdministrator || await db.TeachesAsync(actor, ct) };
        }
    }

    extension(IQueryable<Bank> banks)
    {
        /// <summary>Those whose questions somebody may read and use.</summary>
        public IQueryable<Bank> OpenTo(BankUser author) => author.IsAdministrator
            ? banks
            : banks.Where(b => author.Teaches
                && (b.Access != BankAccess.Private || b.OwnerId == author.Id || b.Shares.Any(s => s.EmployeeId == author.Id)));

        /// <summary>Those whose questions somebody may change.</summary>
        public IQueryable<Bank> EditableBy(BankUser author) => author.IsAdministrator
            ? banks
            : banks.Where(b => author.Teaches
                && (b.Access == BankAccess.Editable || b.OwnerId == author.Id || b.Shares.Any(s => s.EmployeeId == author.Id)));

        /// <summary>Those whose terms somebody may set. The academy's own are kept by the administrators.</summary>
        public IQueryable<Bank> KeptBy(BankUser author) =>
            author.IsAdministrator ? banks : banks.Where(b => author.Teaches && b.OwnerId == author.Id);
    }
}
