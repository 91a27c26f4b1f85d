using Academy.Domain.Data;
using Academy.Domain.Questions;
using Academy.Web.Pages.Learning.Authoring;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Two questions of a bank that say nearly the same.</summary>
public sealed record SimilarPair(int Percent, SimilarQuestion First, SimilarQuestion Second);

public sealed record SimilarQuestion(long Id, string Key, QuestionText Text);

/// <summary>The questions of a bank that say nearly the same, two by two, the most alike first.</summary>
[Authorize(Roles = Authors.Roles)]
public sealed class SimilarModel(AcademyDb db, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    [FromQuery(Name = "page")] public int Asked { get; set; } = 1;
    public Paging Paging { get; private set; } = new(1, 0);
    public IReadOnlyList<SimilarPair> Pairs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindOpenAsync(ct)) return NotFound();

        var questions = await Db.QuestionVersions.Latest().Where(v => v.Question.BankId == Id && v.Question.RetiredAt == null).OrderBy(v => v.QuestionId)
            .Select(v => new SimilarQuestion(v.QuestionId, v.Question.Key, v.Text)).AsNoTracking().ToListAsync(ct);
        var twins = Resemblance.Among(questions.ConvertAll(q => q.Text.Wording()));
        Paging = Paging.Of(Asked, twins.Count);
        Pairs = [.. twins.Skip(Paging.Skip).Take(Paging.Size).Select(t => new SimilarPair((int)Math.Floor(t.Likeness * 100), questions[t.First], questions[t.Second]))];
        return Page();
    }
}
