using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Versions;

/// <summary>The questions of a bank as files of questions hold them.</summary>
public static class BankDrafts
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// The latest version of each question in use, in the order of the bank, with the bytes of
        /// the files that they show.
        /// </summary>
        public async Task<List<DraftQuestion>> DraftsOfAsync(long bankId, FileVault vault, CancellationToken ct)
        {
            var versions = await db.QuestionVersions
                .AsNoTracking()
                .Where(v => v.IsLatest && v.Question.BankId == bankId && v.Question.RetiredAt == null)
                .OrderBy(v => v.QuestionId)
                .Select(v => new
                {
                    v.Text,
                    v.Question.Key,
                    v.Question.Name,
                    v.Question.CategoryId,
                    Tags = v.Question.Tags.Select(t => t.Tag).ToList(),
                })
                .ToListAsync(ct);
            var paths = CategoryPath.All(await db.Categories.AsNoTracking().Where(c => c.BankId == bankId).ToListAsync(ct));
            var names = await NamesOfAsync(db, [.. versions.SelectMany(v => v.Text.StoredFiles()).Distinct()], ct);
            return
            [
                .. versions.Index().Select(v => new DraftQuestion
                {
                    Position = v.Index + 1,
                    Line = 0,
                    Category = v.Item.CategoryId is { } category ? paths[category] : null,
                    Id = v.Item.Key,
                    Tags = v.Item.Tags,
                    Name = v.Item.Name,
                    Text = v.Item.Text.Rewrite(prose => prose.WithNames(digest => names[digest])),
                    Files = [.. v.Item.Text
                        .StoredFiles()
                        .Select(digest => new DraftFile(names[digest], File.ReadAllBytes(vault.PathOf(digest))))],
                }),
            ];
        }
    }

    /// <summary>Two files of one name get different ones.</summary>
    private static async Task<Dictionary<string, string>> NamesOfAsync(AcademyDb db, List<string> digests, CancellationToken ct)
    {
        var files = await db.QuestionFiles.AsNoTracking().Where(f => digests.Contains(f.Digest)).ToListAsync(ct);
        return files
            .GroupBy(f => f.Name)
            .SelectMany(same => same.Select(f => (f.Digest, Name: same.Count() == 1 ? f.Name : $"{f.Digest[..8]}-{f.Name}")))
            .ToDictionary(f => f.Digest, f => f.Name);
    }
}
