using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>Picks the questions that a section names, from those of its bank and type that are in use.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class PickingModel(AcademyDb db, BankZone zone, QuizMaker maker, LastActs last, IStringLocalizer<QuizMakingTexts> words)
    : QuizMakingPage(db, zone, words)
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

    /// <summary>What is ticked: what the section names; after a refusal, with what was ticked and taken out on the page.</summary>
    public IReadOnlySet<string> Named =>
        Section.Names.Select(name => name.Key).Except(Shown.Except(Picked)).Union(Picked.Intersect(Shown)).ToHashSet();
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

        var section = Section with { Questions = await PickedAsync(ct), Draw = 0 };
        var sections = Quiz.Blueprint.Sections.Select((other, index) => index == Number - 1 ? section : other);
        var draft = Quiz.Draft with { Blueprint = Quiz.Blueprint with { Sections = [.. sections] } };
        ModelState.Clear();
        if (await maker.EditAsync(User.Actor, Id, Seen, draft, ct) is not { Count: > 0 } refusals)
        {
            TempData["Flash"] = Words["Picked", Count.Of(section.Questions.Count)].Value;
            return Redirect($"/authoring/quizzes/{Id}/sections/{Number}?page={PageNumber}&q={Uri.EscapeDataString(Query ?? "")}");
        }

        await RefuseAsync(refusals, last, ct);
        await ShowAsync(ct);
        return Page();
    }

    private async Task<bool> FindSectionAsync(CancellationToken ct) =>
        await FindAsync(Id, ct) is { } quiz && Number >= 1 && Number <= quiz.Blueprint.Sections.Count;

    /// <summary>
    /// What the section names with the ticks of this page: what other pages show stays, and so does what is ticked but no
    /// longer in use.
    /// </summary>
    private async Task<IReadOnlyList<string>> PickedAsync(CancellationToken ct)
    {
        Picked = [.. Picked.OfType<string>()];
        var versions = await Candidates().Where(v => Picked.Contains(v.Question.Key)).Select(v => new { v.Question.Key, v.Number })
            .ToDictionaryAsync(v => v.Key, v => v.Number, ct);
        var kept = Section.Names.Where(name => !Shown.Contains(name.Key) || (Picked.Contains(name.Key) && !versions.ContainsKey(name.Key)));
        var picked = Picked.Where(versions.ContainsKey).Select(key => new QuestionName(key, Pins ? versions[key] : null));
        return [.. kept.Concat(picked).Select(name => name.ToString())];
    }

    private IQueryable<QuestionVersion> Candidates()
    {
        var (usable, banks, type) = (Db.Banks.OpenTo(User.BankUser), Section.Banks, Section.Type);
        return Db.QuestionVersions.InForce().AsNoTracking()
            .Where(v => v.Type == type && banks.Contains(v.Question.Bank.Slug) && usable.Any(b => b.Id == v.Question.BankId));
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        See(Quiz.Draft.Fingerprint);
        var found = Section.Banks.Count == 0 ? Candidates() : Candidates().Saying(Query, Section.Banks, Db);
        Paging = Paging.Of(PageNumber, await found.CountAsync(ct));
        Questions = await found.Include(v => v.Question).OrderBy(v => v.QuestionId).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
