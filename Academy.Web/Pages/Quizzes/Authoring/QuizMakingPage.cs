using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>What the pages of one quiz in the making have in common: finding it, its banks, and saying why something was not done.</summary>
public abstract class QuizMakingPage(AcademyDb db, BankZone zone, IStringLocalizer<QuizMakingTexts> words) : PageModel
{
    public const string Makers = $"{Roles.Trainer},{Roles.Administrator}";

    [BindProperty(Name = "Terms")] public QuizForm Form { get; set; } = new();

    /// <summary>What the button says: nothing to save, <c>section</c> to add one.</summary>
    [BindProperty] public string? Then { get; set; }

    public Quiz? Stored { get; private set; }
    public IReadOnlyList<Bank> Banks { get; private set; } = [];
    public bool IsFixed { get; protected set; }
    public IReadOnlyList<Shortage> Shortages { get; protected set; } = [];

    protected AcademyDb Db => db;
    protected BankZone Zone => zone;
    protected IStringLocalizer<QuizMakingTexts> Words => words;
    protected bool IsAdministrator => User.IsInRole(Roles.Administrator);

    protected async Task<Quiz?> FindAsync(long id, CancellationToken ct) =>
        Stored = await db.Quizzes.EditableBy(User.Id, IsAdministrator).SingleOrDefaultAsync(q => q.Id == id, ct);

    protected async Task LoadBanksAsync(CancellationToken ct) =>
        Banks = await db.Banks.UsableBy(User.Id, IsAdministrator).Include(b => b.Categories).AsNoTracking().OrderBy(b => b.Title).ToListAsync(ct);

    /// <summary>The terms of the form; null when it was asked for another section, or says something that cannot be. A bank that the quiz uses stays usable for it.</summary>
    protected async Task<QuizTerms?> ReadAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (Then == "section")
        {
            Form.Sections.Add(new SectionForm { Bank = Form.Sections.LastOrDefault()?.Bank, Points = Form.Sections.LastOrDefault()?.Points, Draw = "5" });
            return null;
        }

        var used = Stored?.Blueprint.Sections.SelectMany(s => s.Banks) ?? [];
        var terms = Form.Read([.. Banks.Select(b => b.Slug).Union(used)], zone, Stored, Refuse);
        if (await NamesUnknownAsync(terms.Blueprint, ct)) Refuse(QuizRefusal.QuestionUnknown);
        return ModelState.IsValid ? terms : null;
    }

    protected void Refuse(QuizRefusal refusal)
    {
        if (ModelState[FieldOf(refusal)]?.Errors.Any(e => e.ErrorMessage == words[$"Refusal.{refusal}"].Value) != true) ModelState.AddModelError(FieldOf(refusal), words[$"Refusal.{refusal}"]);
    }

    /// <summary>Whether it names a question that is not in a bank that the person may use, and was not named before.</summary>
    private async Task<bool> NamesUnknownAsync(Blueprint blueprint, CancellationToken ct)
    {
        var before = Stored is null ? [] : KeysOf(Stored.Blueprint);
        var keys = KeysOf(blueprint).Except(before).ToList();
        var usable = db.Banks.UsableBy(User.Id, IsAdministrator);
        return keys.Count > 0 && await db.Questions.CountAsync(q => keys.Contains(q.Key) && usable.Any(b => b.Id == q.BankId), ct) < keys.Count;
    }

    private static List<string> KeysOf(Blueprint blueprint) => [.. blueprint.Sections.SelectMany(s => s.Questions).Select(question => QuestionName.Parse(question).Key).Distinct()];

    private static string FieldOf(QuizRefusal refusal) => refusal switch
    {
        QuizRefusal.TitleMissing or QuizRefusal.TitleTooLong => "Title",
        QuizRefusal.DescriptionTooLong => "Description",
        QuizRefusal.LimitMalformed => "LimitMinutes",
        QuizRefusal.PassMalformed => "PassPoints",
        QuizRefusal.AttemptsMalformed => "Attempts",
        QuizRefusal.WindowBackwards or QuizRefusal.WindowOver => "ClosesAt",
        QuizRefusal.ReleaseWithoutClosing => "ScoreRelease",
        QuizRefusal.PaperFixed or QuizRefusal.NotPublished or QuizRefusal.AlreadyPublished => "",
        _ => "Sections",
    };
}
