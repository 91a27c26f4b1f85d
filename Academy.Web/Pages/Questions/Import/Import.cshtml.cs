using Academy.Domain.Data;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Scoring;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>
/// A row of the preview, with what is worth knowing of it, the name of the question that it is like, and what somebody entered that
/// was not saved.
/// </summary>
public sealed record ShownRow(ImportRow Row, IReadOnlyList<ReadingMessage> Remarks, string? Like, RowForm? Entered);

/// <summary>
/// What a file of questions holds, before it is taken: what must be mended comes first. Posting
/// mends the rows that are shown, or leaves out all that are still to be mended.
/// </summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ImportModel(AcademyDb db, Cataloger cataloger, ImportRefusals refusals) : ImportPage(db)
{
    private static readonly RowChoice[] Tabs = [RowChoice.Undecided, RowChoice.Add, RowChoice.Revise, RowChoice.LeaveOut];

    public RowChoice Tab { get; private set; }
    public IReadOnlyList<(RowChoice Choice, int Count)> Counts { get; private set; } = [];
    public IReadOnlyList<ShownRow> Shown { get; private set; } = [];
    public IReadOnlyList<ReadingMessage> Remarks { get; private set; } = [];
    public IReadOnlyList<ReadingMessage> Problems { get; private set; } = [];
    public Paging Paging { get; private set; } = new(1, 0);

    /// <summary>What somebody typed for rows that are not to be mended any more.</summary>
    public IReadOnlyList<RowForm> Left { get; private set; } = [];

    /// <summary>Who has taken it back.</summary>
    public string? UndoneBy { get; private set; }
    public int CountOf(RowChoice choice) => Counts.FirstOrDefault(c => c.Choice == choice).Count;
    public int Total => Counts.Sum(c => c.Count);

    public async Task<IActionResult> OnGetAsync(RowChoice? tab, [FromQuery(Name = "page")] int asked, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        await ShowAsync(tab, asked, [], ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(List<RowForm> rows, [FromForm] bool leavesOutTheRest, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var refusal = leavesOutTheRest
            ? await cataloger.LeaveOutTheRestAsync(Id, Seen, User.Actor, ct)
            : await cataloger.DecideAsync(Id, Seen, rows.ConvertAll(row => row.Decision), User.Actor, ct);
        if (refusal is not { } reason) return BackToImport();
        if (!await FindAsync(ct)) return NotFound();

        await ShowAsync(null, 1, rows, ct);
        ModelState.AddModelError("", await refusals.SayAsync(Id, reason, ct));
        return Page();
    }

    /// <summary>Shows a page of rows; where something was entered that was not saved, the rows that it was entered for.</summary>
    private async Task ShowAsync(RowChoice? tab, int asked, List<RowForm> entered, CancellationToken ct)
    {
        ModelState.Clear();
        var counts = await Rows
            .GroupBy(r => r.Choice)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Counts = [.. Tabs.Select(choice => (choice, counts.GetValueOrDefault(choice)))];
        Tab = tab ?? Counts.FirstOrDefault(c => c.Count > 0).Choice;
        var forms = entered.DistinctBy(form => form.Position).ToDictionary(form => form.Position);
        List<int> positions = [.. forms.Keys];
        var toMend = Rows.Where(r => r.Choice == RowChoice.Undecided && positions.Contains(r.Position));
        var shown = await toMend.AnyAsync(ct) ? toMend : Rows.Where(r => r.Choice == Tab);
        Paging = Paging.Of(asked, await shown.CountAsync(ct));
        var rows = await shown.AsNoTracking()
            .OrderBy(r => r.Position)
            .Skip(Paging.Skip)
            .Take(Paging.Size)
            .ToListAsync(ct);
        var likes = rows.Select(r => r.LikeQuestionId).OfType<long>().ToList();
        var names = await Db.QuestionVersions
            .Where(v => likes.Contains(v.QuestionId) && v.IsLatest)
            .Select(v => new { v.QuestionId, v.Question.Key, v.Question.Name })
            .ToDictionaryAsync(v => v.QuestionId, v => v.Name ?? v.Key, ct);
        var remarks = Import.Remarks.ToLookup(r => r.Position);
        Shown = [.. rows.Select(row => new ShownRow(
            row,
            [.. remarks[row.Position]],
            row.LikeQuestionId is { } like ? names.GetValueOrDefault(like) : null,
            forms.GetValueOrDefault(row.Position)))];
        Left = [.. forms.Values
            .Where(form => form.Fields is not null)
            .Where(form => !Import.IsOpen || rows.TrueForAll(r => r.Position != form.Position))];
        UndoneBy = await Db.LinesOf(Import, ImportTrail.QuestionsImportUndone, Import.UndoneAt)
            .Select(e => e.ActorName)
            .FirstOrDefaultAsync(ct);
        (Problems, Remarks) = ([.. Import.HeadProblems], [.. remarks[0].Except(Import.HeadProblems)]);
    }
}
