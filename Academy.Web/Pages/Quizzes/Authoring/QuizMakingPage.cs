using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>
/// What the pages of one quiz in the making have in common: finding it, its banks, and saying why something was not done.
/// </summary>
public abstract class QuizMakingPage(AcademyDb db, BankZone zone, IStringLocalizer<QuizMakingTexts> words) : FormPage
{
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

    /// <summary>The quiz, if the person may change it.</summary>
    protected async Task<Quiz?> FindAsync(long id, CancellationToken ct)
    {
        var editable = db.Quizzes.EditableBy(User.Id, IsAdministrator).AsNoTracking();
        return Stored = await editable.SingleOrDefaultAsync(q => q.Id == id, ct);
    }

    protected async Task LoadBanksAsync(CancellationToken ct)
    {
        var usable = db.Banks.OpenTo(User.BankUser).Include(b => b.Categories).AsNoTracking();
        Banks = await usable.OrderBy(b => b.Title).ToListAsync(ct);
    }

    /// <summary>The quiz of the form; null when it was asked for another section, or says something that cannot be.</summary>
    protected QuizDraft? Read()
    {
        ModelState.Clear();
        if (Then == "section")
        {
            var last = Form.Sections.LastOrDefault();
            Form.Sections.Add(new SectionForm { Bank = last?.Bank, Points = last?.Points, Draw = "5" });
            return null;
        }

        var draft = Form.Read(zone, Stored?.Terms, Refuse);
        return ModelState.IsValid ? draft : null;
    }

    protected void Refuse(QuizRefusal refusal)
    {
        var (field, why) = (FieldOf(refusal), words[$"Refusal.{refusal}"].Value);
        if (ModelState[field]?.Errors.Any(e => e.ErrorMessage == why) != true) ModelState.AddModelError(field, why);
    }

    /// <summary>Says why, and who was faster where somebody was.</summary>
    protected async Task RefuseAsync(IEnumerable<QuizRefusal> refusals, LastActs last, CancellationToken ct)
    {
        foreach (var refusal in refusals)
        {
            if (refusal == QuizRefusal.ChangedMeanwhile
                && await last.TellAsync(QuizTrail.ChangesOfQuiz, Stored!.Slug, Since, ct) is { } told)
                ModelState.AddModelError("", words["ChangedBy", told]);
            else
                Refuse(refusal);
        }
    }

    private static string FieldOf(QuizRefusal refusal) => refusal switch
    {
        QuizRefusal.TitleMissing or QuizRefusal.TitleTooLong => "Title",
        QuizRefusal.DescriptionTooLong => "Description",
        QuizRefusal.LimitMalformed => "LimitMinutes",
        QuizRefusal.PassMalformed => "PassPoints",
        QuizRefusal.AttemptsMalformed => "Attempts",
        QuizRefusal.OpeningMalformed => "OpensAt",
        QuizRefusal.ClosingMalformed or QuizRefusal.WindowBackwards or QuizRefusal.WindowOver => "ClosesAt",
        QuizRefusal.ReleaseWithoutClosing => "ScoreRelease",
        QuizRefusal.PaperFixed or QuizRefusal.InContest or QuizRefusal.NotPublished or QuizRefusal.AlreadyPublished => "",
        QuizRefusal.SavedBefore or QuizRefusal.ChangedMeanwhile => "",
        _ => "Sections",
    };
}
