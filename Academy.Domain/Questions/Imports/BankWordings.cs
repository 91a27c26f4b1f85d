using Academy.Domain.Data;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

/// <summary>
/// What the questions of a bank say, to be compared: read one after the other, since their
/// texts are many times as large.
/// </summary>
public static class BankWordings
{
    extension(AcademyDb db)
    {
        /// <summary>The newest of a bank's questions in use, in their order, each with the wording of its latest text.</summary>
        public async Task<(IReadOnlyList<long> Questions, IReadOnlyList<string> Wordings)> WordingsAsync(
            long bankId, CancellationToken ct, int most = int.MaxValue)
        {
            var (questions, wordings) = (new List<long>(), new List<string>());
            var newest = db.QuestionVersions
                .Latest()
                .Where(v => v.Question.BankId == bankId && v.Question.RetiredAt == null)
                .OrderByDescending(v => v.QuestionId)
                .Take(most);
            await foreach (var version in newest
                .OrderBy(v => v.QuestionId)
                .Select(v => new { v.QuestionId, v.Text })
                .AsAsyncEnumerable()
                .WithCancellation(ct))
            {
                questions.Add(version.QuestionId);
                wordings.Add(version.Text.Wording());
            }

            return (questions, wordings);
        }
    }
}
