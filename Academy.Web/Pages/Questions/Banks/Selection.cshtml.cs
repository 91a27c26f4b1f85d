using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Does something with the chosen questions of a bank; first asks for what the act needs.</summary>
[Authorize(Roles = Rights.Trainers)]
[RequestFormLimits(ValueCountLimit = 4096)]
public sealed class SelectionModel(AcademyDb db, Curator curator, IStringLocalizer<BanksTexts> words) : BankFilterPage(db, words)
{
    [BindProperty] public SelectionAct Act { get; set; }
    [BindProperty] public List<long> Ids { get; set; } = [];

    /// <summary>All that the list has found, not only the chosen ones.</summary>
    [BindProperty] public bool Whole { get; set; }
    [BindProperty] public string? Back { get; set; }
    [BindProperty] public bool IsAnswered { get; set; }
    [BindProperty] public string? Target { get; set; }
    [BindProperty] public string? AddTags { get; set; }
    [BindProperty] public string? RemoveTags { get; set; }
    [BindProperty] public int Level { get; set; } = 2;
    [BindProperty] public string? Comment { get; set; }

    /// <summary>The questions of the page that was acted on, as it showed them; nothing for what cannot be read.</summary>
    [BindProperty] public List<SeenQuestion?> Seen { get; set; } = [];

    /// <summary>The chosen questions as the person saw them; those that no page showed, as they are now.</summary>
    public IReadOnlyList<SeenQuestion> Chosen { get; private set; } = [];

    public int Number => Chosen.Count;
    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    /// <summary>How many of the chosen ones would go out of force in a bank that demands reviews, when there is one to go to.</summary>
    public int Unvouched { get; private set; }
    public string Return => ReturnAddress.Local(Back, Address);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindEditableAsync(ct)) return NotFound();

        // What no page of ours sends counts as not sent.
        ModelState.Clear();
        Chosen = await ChosenAsync(ct);
        var gone = await GoneAsync(ct);
        if (Number == 0) return Done(gone ?? Words["Selection.Empty"]);

        if (Act == SelectionAct.Move) Targets = await TargetsAsync(ct);
        if (SelectionActs.Asks(Act) && !IsAnswered) return Page();
        if (Act == SelectionAct.Return && string.IsNullOrWhiteSpace(Comment))
            ModelState.AddModelError(nameof(Comment), Words["Return.Missing"]);
        if (Act == SelectionAct.Move && Targets.All(target => target.Value != Target))
            ModelState.AddModelError(nameof(Target), Words["Move.Missing"]);
        if (Act == SelectionAct.Tag && QuestionTag.Read(AddTags).Any(tag => tag.Length > QuestionTag.Longest))
            ModelState.AddModelError(nameof(AddTags), Words["Tags.TooLong", QuestionTag.Longest]);
        if (!ModelState.IsValid) return Page();

        var outcome = await ActAsync(ct);
        string?[] said =
        [
            outcome.Done > 0 ? Words[$"Done.{Act}", Count.Of(outcome.Done)].Value : null,
            outcome.ForReview > 0 ? Words["Done.ForReview", Count.Of(outcome.ForReview)].Value : null,
            .. Words.Refused(outcome.Refused),
            gone,
        ];
        var words = string.Join(Words["Sentence"], said.OfType<string>());
        return outcome.Done == 0 && SelectionActs.TakesEntries(Act) ? await AskAgainAsync(words, ct) : Done(words);
    }

    /// <summary>What was entered stays; whoever reads who was faster may do it to the questions as they are now.</summary>
    private async Task<PageResult> AskAgainAsync(string why, CancellationToken ct)
    {
        ModelState.AddModelError("", why);
        Chosen = await ChosenVersions.Seen().ToListAsync(ct);
        Seen = [.. Chosen];
        return Page();
    }

    /// <summary>Says of chosen questions that are in this bank no longer who moved them; null where there are none.</summary>
    private async Task<string?> GoneAsync(CancellationToken ct)
    {
        if (Whole) return null;

        var shown = Seen.OfType<SeenQuestion>().Select(question => question.Id);
        var gone = Ids.Intersect(shown.Union(await Db.Questions.Where(q => Ids.Contains(q.Id)).Select(q => q.Id).ToListAsync(ct)))
            .Except(Chosen.Select(question => question.Id))
            .ToList();
        if (gone.Count == 0) return null;

        var open = await Db.Questions
            .Of(Db.Banks.OpenTo(BankUser))
            .Where(q => gone.Contains(q.Id))
            .Whole()
            .ToDictionaryAsync(q => q.Id, ct);
        var keys = open.Values.Select(q => q.Key).ToList();
        var movers = (await Db.AuditEntries
            .Where(e => e.Act == QuestionTrail.QuestionMoved && e.Subject == QuestionTrail.Question && keys.Contains(e.SubjectKey))
            .OrderByDescending(e => e.Id)
            .Select(e => new { e.SubjectKey, e.ActorName })
            .ToListAsync(ct)).ToLookup(e => e.SubjectKey, e => e.ActorName);
        return Words.Refused(
            [.. gone.Select(id => open.GetValueOrDefault(id)).Select(q => (q?.Title, q is null ? null : movers[q.Key].FirstOrDefault()))],
            Words["Selection.Gone"]);
    }

    private async Task<IReadOnlyList<SeenQuestion>> ChosenAsync(CancellationToken ct)
    {
        var shown = Seen.OfType<SeenQuestion>().DistinctBy(question => question.Id).ToDictionary(question => question.Id);
        return (await ChosenVersions.Seen().ToListAsync(ct)).ConvertAll(question => shown.GetValueOrDefault(question.Id, question));
    }

    private IQueryable<QuestionVersion> ChosenVersions =>
        Whole ? Found : Db.QuestionVersions.Latest().Where(v => v.Question.BankId == Id && Ids.Contains(v.QuestionId));

    private async Task<CuratorOutcome> ActAsync(CancellationToken ct) => Act switch
    {
        SelectionAct.Move => await MoveAsync(ct),
        SelectionAct.Tag => await curator.TagAsync(User.Actor, Chosen, QuestionTag.Read(AddTags), QuestionTag.Read(RemoveTags), ct),
        SelectionAct.Grade => await curator.GradeAsync(User.Actor, Chosen, Math.Clamp(Level, 1, 3), ct),
        SelectionAct.Send => await curator.SendForReviewAsync(User.Actor, Chosen, ct),
        SelectionAct.Approve => await curator.ApproveAsync(User.Actor, Chosen, ct),
        SelectionAct.Return =>
            await curator.ReturnAsync(User.Actor, Chosen, Cut.Start(Comment!.Trim(), Curator.LongestComment), ct),
        SelectionAct.Confirm => await curator.ConfirmClauseAsync(User.Actor, Chosen, ct),
        SelectionAct.Retire => await curator.RetireAsync(User.Actor, Chosen, ct),
        _ => await curator.RestoreAsync(User.Actor, Chosen, ct),
    };

    private Task<CuratorOutcome> MoveAsync(CancellationToken ct)
    {
        var number = long.Parse(Target![2..], CultureInfo.InvariantCulture);
        return Target.StartsWith('c')
            ? curator.FileAsync(User.Actor, Chosen, Id, number == Unfiled ? null : number, ct)
            : curator.FileAsync(User.Actor, Chosen, number, null, ct);
    }

    /// <summary>The drawers of this bank, and the other banks that the person may edit.</summary>
    private async Task<IReadOnlyList<SelectListItem>> TargetsAsync(CancellationToken ct)
    {
        var (drawers, others) =
            (new SelectListGroup { Name = Words["Move.Categories"] }, new SelectListGroup { Name = Words["Move.Banks"] });
        var banks = await Db.Banks.EditableBy(BankUser)
            .Where(b => b.Id != Id)
            .OrderBy(b => b.Id)
            .Select(b => new { b.Id, b.Title, b.RequiresReview })
            .ToListAsync(ct);
        if (banks.Any(bank => bank.RequiresReview))
        {
            var chosen = ChosenVersions.Select(v => v.QuestionId);
            Unvouched = await Db.QuestionVersions.InForce().InForceUnvouched().CountAsync(v => chosen.Contains(v.QuestionId), ct);
        }

        return
        [
            new SelectListItem(Words["Category.Unfiled"], $"c-{Unfiled}") { Group = drawers },
            .. new CategoryTree(Bank.Categories).Places.Select(place =>
                new SelectListItem(new string('\u3000', place.Depth) + place.Category.Title, $"c-{place.Category.Id}") { Group = drawers }),
            .. banks.Select(bank => new SelectListItem(
                bank.RequiresReview ? Words["Move.Reviewed", bank.Title] : bank.Title, $"b-{bank.Id}") { Group = others }),
        ];
    }

    private LocalRedirectResult Done(string words)
    {
        TempData["Flash"] = words;
        return LocalRedirect(Return);
    }
}
