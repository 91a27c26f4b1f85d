using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>Picks the questions that a section names, from those of its bank and type that are in use.</summary>
[Authorize(Roles = Makers)]
public sealed class PickingModel(AcademyDb db, BankZone zone, Setter setter, IStringLocalizer<QuizMakingTexts> words) : QuizMakingPage(db, zone, words)
{
    [FromRoute] public long Id { get; set; }
    [FromRoute] public int Number { get; set; }
    [FromQuery(Name = "q")] public string? Query { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    /// <summary>The keys on the page that was posted, and which of them were ticked.</summary>
    [BindProperty] public List<string> Shown { get; set; } = [];
    [BindProperty] public List<string> Picked { get; set; } = [];
    [BindProperty] public bool Pins { get; set; }

    public Quiz Quiz => Stored!;
    public Section Section => Quiz.Blueprint.Sections[Number - 1];
    public IReadOnlyList<QuestionVersion> Questions { get; private set; } = [];
    public IReadOnlySet<string> Named => Section.Questions.Select(question => QuestionName.Parse(question).Key).ToHashSet();
    public Paging Paging { get; private set; } = new(1, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindSectionAsync(ct)) return NotFound();

        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindSectionAsync(ct)) return NotFound();

        var versions = await Candidates().Where(v => Picked.Contains(v.Question.Key)).ToDictionaryAsync(v => v.Question.Key, v => v.Number, ct);
        IReadOnlyList<string> kept = [.. Section.Questions.Where(question => QuestionName.Parse(question).Key is var key && (!Shown.Contains(key) || (Picked.Contains(key) && !versions.ContainsKey(key))))];
        var picked = Picked.Where(versions.ContainsKey).Select(key => new QuestionName(key, Pins ? versions[key] : null).ToString());
        var section = Section with { Questions = [.. kept.Concat(picked)], Draw = 0 };
        var terms = QuizTerms.Of(Quiz) with { Blueprint = Quiz.Blueprint with { Sections = [.. Quiz.Blueprint.Sections.Select((s, index) => index == Number - 1 ? section : s)] } };
        if (await setter.EditAsync(User.Actor, Quiz, terms, ct) is not { Count: > 0 } refusals)
        {
            TempData["Flash"] = Words["Picked", Count.Of(section.Questions.Count)].Value;
            return Redirect($"/authoring/quizzes/{Id}/sections/{Number}?page={PageNumber}&q={Uri.EscapeDataString(Query ?? "")}");
        }

        ModelState.Clear();
        foreach (var refusal in refusals) Refuse(refusal);
        await ShowAsync(ct);
        return Page();
    }

    private async Task<bool> FindSectionAsync(CancellationToken ct) =>
        await FindAsync(Id, ct) is { } quiz && Number >= 1 && Number <= quiz.Blueprint.Sections.Count;

    private IQueryable<QuestionVersion> Candidates()
    {
        var (usable, banks, type) = (Db.Banks.UsableBy(User.Id, IsAdministrator), Section.Banks, Section.Type);
        return Db.QuestionVersions.InForce().AsNoTracking().Where(v => v.Type == type && banks.Contains(v.Question.Bank.Slug) && usable.Any(b => b.Id == v.Question.BankId)).Include(v => v.Question);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var all = await Candidates().OrderBy(v => v.QuestionId).ToListAsync(ct);
        var found = Query?.Trim() is { Length: > 0 } query
            ? all.Where(v => v.Text.Stem.Plain.Contains(query, StringComparison.OrdinalIgnoreCase) || v.Question.Key.Contains(query, StringComparison.OrdinalIgnoreCase) || v.Question.Name?.Contains(query, StringComparison.OrdinalIgnoreCase) == true).ToList()
            : all;
        Paging = Paging.Of(PageNumber, found.Count);
        Questions = [.. found.Skip(Paging.Skip).Take(Paging.Size)];
    }
}
