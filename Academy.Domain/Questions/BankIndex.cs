using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions;

/// <summary>Makes the questions of a bank findable by the words of their stems.</summary>
public static class BankIndex
{
    extension(AcademyDb db)
    {
        /// <summary>Puts the questions in use into the index, as they are stored, and takes out the others. To be told after every change of a bank.</summary>
        public async Task IndexBankAsync(string slug, CancellationToken ct)
        {
            var questions = await db.QuestionVersions.InForce().Where(v => v.Question.Bank.Slug == slug).OrderBy(v => v.QuestionId)
                .Select(v => new { v.Question.Key, v.Text }).ToListAsync(ct);
            await db.FullText.PutAsync(SearchKinds.Question, slug, [.. questions.Select(q => new SearchEntry(SearchKinds.Question, q.Key, slug, "", q.Text.Stem.Plain, ""))], ct);
        }
    }
}
