using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Scoring;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>One bank in the list; without an owner it is the academy's.</summary>
public sealed record BankRow(long Id, string Title, string? Owner, BankAccess Access, bool RequiresReview)
{
    public IReadOnlyDictionary<QuestionState, int> Counts { get; init; } = new Dictionary<QuestionState, int>();
    public DateTimeOffset? ChangedAt { get; init; }
    public int Flagged { get; init; }

    public int CountOf(QuestionState state) => Counts.GetValueOrDefault(state);
}

[Authorize(Roles = Rights.Trainers)]
public sealed class BanksModel(AcademyDb db) : PageModel
{
    [FromQuery(Name = "page")] public int Asked { get; set; } = 1;
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<BankRow> Banks { get; private set; } = [];
    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (author, people) = (User.BankUser, db.Employees);
        var open = db.Banks.OpenTo(author);
        Paging = Paging.Of(Asked, await open.CountAsync(ct));
        var rows = await open
            .OrderBy(b => b.Id)
            .Skip(Paging.Skip)
            .Take(Paging.Size)
            .Select(b => new BankRow(
                b.Id, b.Title, people.Where(p => p.Id == b.OwnerId).Select(p => p.Name).FirstOrDefault(), b.Access, b.RequiresReview))
            .ToListAsync(ct);
        Banks = await CountedAsync(rows, ct);
        Waiting = await db.QuestionVersions.WaitingFor(author, db.Banks.EditableBy(author)).CountAsync(ct);
    }

    private async Task<IReadOnlyList<BankRow>> CountedAsync(List<BankRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var counts = await db.QuestionVersions
            .Latest()
            .Where(v => ids.Contains(v.Question.BankId))
            .GroupBy(v => new { v.Question.BankId, v.State, IsRetired = v.Question.RetiredAt != null })
            .Select(g => new { g.Key.BankId, g.Key.State, g.Key.IsRetired, Number = g.Count(), ChangedAt = g.Max(v => v.WrittenAt) })
            .ToListAsync(ct);
        var flagged = await db.FlaggedVersions()
            .Where(v => v.Question.RetiredAt == null && ids.Contains(v.Question.BankId))
            .GroupBy(v => v.Question.BankId)
            .Select(g => new { g.Key, Number = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, ct);
        var byBank = counts.ToLookup(c => c.BankId);
        return rows.ConvertAll(row => row with
        {
            Counts = byBank[row.Id]
                .GroupBy(c => c.IsRetired ? QuestionState.Retired : StateOf(c.State))
                .ToDictionary(g => g.Key, g => g.Sum(c => c.Number)),
            ChangedAt = byBank[row.Id].Max(c => (DateTimeOffset?)c.ChangedAt),
            Flagged = flagged.GetValueOrDefault(row.Id),
        });
    }

    private static QuestionState StateOf(VersionState state) => state switch
    {
        VersionState.Draft => QuestionState.Draft,
        VersionState.InReview => QuestionState.InReview,
        _ => QuestionState.Approved,
    };
}
