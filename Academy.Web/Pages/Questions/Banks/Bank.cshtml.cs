using Academy.Domain.Data;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Scoring;
using Academy.Web.Pages.Questions.Versions;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>One question as the list of its bank shows it.</summary>
public sealed record QuestionRow(
    long Id,
    string Key,
    string? Name,
    QuestionText Text,
    long BankId,
    long? CategoryId,
    string? Category,
    IReadOnlyList<string> Tags,
    VersionState State,
    int Version,
    DateTimeOffset? RetiredAt,
    bool IsFlagged)
{
    public bool IsRetired => RetiredAt is not null;
    public SeenQuestion Seen => SeenQuestion.Of(Id, Version, State, BankId, CategoryId, Name, Tags, RetiredAt);
}

/// <summary>The questions of a bank.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class BankModel(AcademyDb db, IStringLocalizer<BanksTexts> words) : BankFilterPage(db, words)
{
    [FromQuery(Name = "page")] public int Asked { get; set; } = 1;
    public Paging Paging { get; private set; } = new(1, 0);
    public IReadOnlyList<QuestionRow> Questions { get; private set; } = [];
    public IReadOnlyList<string> Tags { get; private set; } = [];
    public QuizUses Uses { get; private set; } = null!;

    /// <summary>How many questions in use are in each drawer, those below it not counted; under 0 those in none.</summary>
    public IReadOnlyDictionary<long, int> Counts { get; private set; } = new Dictionary<long, int>();

    public int InUse => Counts.Values.Sum();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindOpenAsync(ct)) return NotFound();

        var (found, flagged) = (Found.AsNoTracking(), Db.FlaggedVersions().Select(v => v.Id));
        Counts = await Db.Questions
            .Where(q => q.BankId == Id && q.RetiredAt == null)
            .GroupBy(q => q.CategoryId ?? Unfiled)
            .Select(g => new { g.Key, Number = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, ct);
        Tags = await Db.Set<QuestionTag>()
            .Where(t => Db.Set<Question>().Any(q => q.Id == t.QuestionId && q.BankId == Id))
            .Select(t => t.Tag)
            .Distinct()
            .Order()
            .ToListAsync(ct);
        Paging = Paging.Of(Asked, await found.CountAsync(ct));
        Questions = await found.OrderBy(v => v.QuestionId).Skip(Paging.Skip).Take(Paging.Size).Select(v => new QuestionRow(
            v.QuestionId, v.Question.Key, v.Question.Name, v.Text, v.Question.BankId, v.Question.CategoryId, v.Question.Category!.Title,
            v.Question.Tags.Select(t => t.Tag).ToList(), v.State, v.Number, v.Question.RetiredAt, flagged.Contains(v.Id))).ToListAsync(ct);
        Uses = await Db.QuizUsesAsync([.. Questions.Select(question => question.Id)], ct);
        return Page();
    }
}
