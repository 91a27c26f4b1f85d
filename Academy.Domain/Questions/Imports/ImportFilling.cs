using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

/// <summary>Gives an import its rows: the questions of its file beside what the bank already has.</summary>
internal sealed class ImportFilling(AcademyDb db, Gallery gallery, QuestionImport import)
{
    // Closer than what a bank is searched for: a trainer looks at each of them.
    private const double Alike = 0.9;

    public async Task FillAsync(QuestionFile file, CancellationToken ct)
    {
        var keys = await db.Questions
            .Where(q => q.BankId == import.BankId)
            .Select(q => new { q.Key, q.Id })
            .ToDictionaryAsync(q => q.Key, q => q.Id, ct);
        foreach (var draft in file.Questions) Add(new ImportRow(await WithFilesAsync(draft, ct)));
        await CompareAsync(ct);
        foreach (var message in file.Reported.Where(m => m.Position > 0))
            Add(new ImportRow(message.Draft is { } draft ? message with { Draft = await WithFilesAsync(draft, ct) } : message));

        void Add(ImportRow row)
        {
            if (row.Problem != ReadingProblem.DuplicateId && row.Draft?.Id is { } id && keys.TryGetValue(id, out var known))
                row.Follow(known);
            import.Rows.Add(row);
        }
    }

    /// <summary>Points out which questions the bank already has, or nearly has.</summary>
    private async Task CompareAsync(CancellationToken ct)
    {
        var (questions, wordings) = await db.WordingsAsync(import.BankId, ct);
        var rows = import.Rows.Where(row => row.LikeQuestionId is null).ToList();
        foreach (var twins in Resemblance.Against(wordings, rows.ConvertAll(row => row.Draft!.Text.Wording()), Alike))
            rows[twins.Second].Compare(questions[twins.First], (int)Math.Floor(twins.Likeness * 100));
    }

    private async Task<DraftQuestion> WithFilesAsync(DraftQuestion draft, CancellationToken ct)
    {
        if (draft.Files.Count == 0) return draft;

        var addresses = new Dictionary<string, string>();
        foreach (var file in draft.Files)
        {
            if ((await gallery.TakeAsync(file.Name, new MemoryStream(file.Content.ToArray()), ct)).File is { } stored)
                addresses[file.Name] = stored.Path;
        }

        return draft with { Files = [], Text = draft.Text.Rewrite(prose => prose.WithFiles(addresses.GetValueOrDefault)) };
    }
}
