using Academy.Domain.Data;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
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
[Authorize(Roles = Rights.Trainers)]
public sealed class SimilarModel(AcademyDb db, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    /// <summary>Comparing more than these with each other would keep whoever asks waiting.</summary>
    private const int MostCompared = 30_000;

    [FromQuery(Name = "page")] public int Asked { get; set; } = 1;
    public Paging Paging { get; private set; } = new(1, 0);
    public IReadOnlyList<SimilarPair> Pairs { get; private set; } = [];

    /// <summary>What is to be known where not all that there is was compared or is shown; empty otherwise.</summary>
    public IReadOnlyList<LocalizedString> Bounds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindOpenAsync(ct)) return NotFound();

        var (compared, wordings) = await Db.WordingsAsync(Id, ct, MostCompared);
        var twins = Resemblance.Among(wordings);
        Bounds = [.. BoundsOf(compared.Count, twins.Count)];
        Paging = Paging.Of(Asked, twins.Count);
        var shown = twins
            .Skip(Paging.Skip)
            .Take(Paging.Size)
            .Select(t => (t.Likeness, First: compared[t.First], Second: compared[t.Second]))
            .ToList();
        var questions = await QuestionsAsync([.. shown.SelectMany(pair => new[] { pair.First, pair.Second })], ct);
        Pairs = [.. shown.Select(pair =>
            new SimilarPair((int)Math.Floor(pair.Likeness * 100), questions[pair.First], questions[pair.Second]))];
        return Page();
    }

    private Task<Dictionary<long, SimilarQuestion>> QuestionsAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
        Db.QuestionVersions.Latest().Where(v => ids.Contains(v.QuestionId))
            .Select(v => new SimilarQuestion(v.QuestionId, v.Question.Key, v.Text)).ToDictionaryAsync(q => q.Id, ct);

    private IEnumerable<LocalizedString> BoundsOf(int compared, int found)
    {
        if (compared == MostCompared) yield return Words["Similar.Bounds.Questions", Count.Of(MostCompared)];
        if (found == Resemblance.MostTwins) yield return Words["Similar.Bounds.Pairs", Count.Of(Resemblance.MostTwins)];
    }
}
