using Academy.Domain.Archives;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Archives;

/// <summary>The archive of a store, by employee number.</summary>
internal static class Archiving
{
    extension(AcademyStore store)
    {
        /// <summary>Somebody's lines in the order in which they were recorded.</summary>
        public Task<List<ArchiveEntry>> EntriesOfAsync(string number) => store.AskAsync(async (AcademyDb db) =>
        {
            var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
            return await db.ArchiveEntries.AsNoTracking().Of(id).OrderBy(e => e.Number).ToListAsync();
        });

        /// <summary>Those that were recorded since so many were there.</summary>
        public async Task<List<ArchiveEntry>> NewEntriesOfAsync(string number, int known) =>
            [.. (await store.EntriesOfAsync(number)).Skip(known)];

        public Task<SealedCount> SealAsync() => store.AskAsync((Archivist archivist) => archivist.SealDueAsync(None));

        public Task<ArchiveVerdict> VerifyAsync(params string[] heads) => store.AskAsync((ArchiveProof proof) =>
            proof.VerifyAsync([.. heads.Select(head => new TrustedHead(head))], None));

        public Task<List<EditionHead>> HeadsAsync() => store.AskAsync(async (AcademyDb db) =>
        {
            var heads = await db.EditionHeads.AsNoTracking().ToListAsync();
            return heads.OrderBy(head => head.Kind).ThenBy(head => head.From).ToList();
        });

        /// <summary>Every edition and head with all its bytes, as text.</summary>
        public async Task<string> SealedAsync()
        {
            var heads = await store.HeadsAsync();
            var editions = await store.AskAsync((AcademyDb db) => db.Editions.AsNoTracking().ToListAsync());
            var lines = heads.Select(h => $"{h.Kind} {h.Period.Name} {h.Previous} {h.Digest} {h.Editions}")
                .Concat(editions.Select(e =>
                    $"{e.Kind} {e.Period.Name} {e.EmployeeId} {e.Previous} {e.Digest} {Convert.ToHexString(e.Document)}"));
            return string.Join('\n', lines.Order(StringComparer.Ordinal));
        }

        /// <summary>Changes the file as somebody would who has it: what watches over it is taken away before.</summary>
        public void Tamper(string sql)
        {
            foreach (var table in new[] { "ArchiveEntries", "Editions", "EditionCuts", "EditionHeads" })
                store.Execute($"DROP TRIGGER IF EXISTS {table}AreNotChanged; DROP TRIGGER IF EXISTS {table}AreNotDeleted;");
            store.Execute($"PRAGMA foreign_keys = OFF; {sql}");
        }
    }
}
