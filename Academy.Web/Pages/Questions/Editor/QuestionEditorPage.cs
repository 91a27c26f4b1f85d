using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>A clause to choose from.</summary>
public sealed record ClauseChoice(string Topic, string Title);

/// <summary>What writing a new question and changing one have in common: the form, its preview, and why it was not saved.</summary>
public abstract class QuestionEditorPage(AcademyDb db, Gallery gallery, IStringLocalizer<EditorTexts> words) : FormPage
{
    protected const long MostBytes = Gallery.MostBytes + (2 << 20);
    private const string AddCommand = "add:";

    [BindProperty] public QuestionForm Question { get; set; } = new();
    [BindProperty] public FilingForm Filing { get; set; } = new();
    [BindProperty] public MediaForm Media { get; set; } = new();

    /// <summary>What a new question will be found by.</summary>
    [BindProperty] public string? Key { get; set; }

    /// <summary>How far the version is to come at once.</summary>
    [BindProperty] public VersionState State { get; set; }

    /// <summary>What the button says: nothing to save, <c>next</c>, <c>preview</c>, <c>media</c>, or <c>add:</c> and a list.</summary>
    [BindProperty] public string? Then { get; set; }

    [BindProperty] public QuestionType PartType { get; set; }

    public Bank Bank { get; protected set; } = null!;
    public FormReading? Reading { get; protected set; }
    public IReadOnlyList<ClauseChoice> Clauses { get; private set; } = [];
    public IReadOnlyList<PartChange> WrittenMeanwhile { get; protected set; } = [];
    public QuestionFields Fields => new(Question, nameof(Question), Reading?.Advice ?? []);
    public abstract string Title { get; }

    /// <summary>Whether saving writes into the bank, and so asks where in it and how far.</summary>
    public virtual bool IsForBank => true;
    public IReadOnlyList<VersionState> States =>
        Bank.RequiresReview ? [VersionState.InReview, VersionState.Draft] : [VersionState.Approved, VersionState.Draft];

    protected IStringLocalizer<EditorTexts> Words => words;

    protected IQueryable<Bank> EditableBanks => db.Banks.EditableBy(User.BankUser);

    /// <summary>The text to save; null when the form was asked for something else, or has problems. Then the page is shown again.</summary>
    protected async Task<QuestionText?> ReadAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (Then?.StartsWith(AddCommand, StringComparison.Ordinal) == true) Question.Add(Then[AddCommand.Length..], PartType);
        else if (Then == "media") await InsertAsync(ct);
        else if (await CheckedAsync(ct) is { } text && Then != "preview") return text;

        await ShowAsync(ct);
        return null;
    }

    protected async Task ShowAsync(CancellationToken ct)
    {
        Clauses = await db.Clauses
            .Where(c => c.Lesson.RetiredAt == null)
            .OrderBy(c => c.Lesson.Course.Order)
            .ThenBy(c => c.Lesson.Number)
            .ThenBy(c => c.Number)
            .Select(c => new ClauseChoice(c.Lesson.Course.Slug + "/" + c.Slug, c.Lesson.Course.ShortTitle + " " + c.Title))
            .ToListAsync(ct);
        Question.Grow();
    }

    protected void Refuse(string field, string message) => ModelState.AddModelError(field, message);

    private async Task<QuestionText?> CheckedAsync(CancellationToken ct)
    {
        Reading = Question.Read();
        foreach (var problem in Reading.Problems) Refuse(Fields.Name(problem.Place), words[$"Problem.{problem.Kind}"]);
        if (Reading.Text.Topic is { } topic && !await db.Clauses.AnyAsync(c => c.Lesson.Course.Slug + "/" + c.Slug == topic, ct))
            Refuse(Fields.Name("Topic"), words["Problem.ClauseUnknown"]);
        if (Filing.Read().Tags.Any(tag => tag.Length > QuestionTag.Longest))
            Refuse("Filing.Tags", words["Problem.TagTooLong", QuestionTag.Longest]);
        return ModelState.IsValid ? Reading.Text : null;
    }

    protected static string FieldOf(AuthorRefusal? refusal) => refusal switch
    {
        AuthorRefusal.CannotBeAsked or AuthorRefusal.WrittenMeanwhile or AuthorRefusal.SavedBefore => "",
        AuthorRefusal.CategoryGone => "Filing.CategoryId",
        _ => "State",
    };

    private async Task InsertAsync(CancellationToken ct)
    {
        if (Media.File is not { } file)
        {
            Refuse("Media.File", words["Upload.Missing"]);
            return;
        }

        await using var content = file.OpenReadStream();
        var (stored, refusal) = await gallery.TakeAsync(file.FileName, content, ct);
        if (stored is null)
        {
            Refuse(
                "Media.File",
                words[refusal is UploadRefusal.TooLarge or UploadRefusal.Missing ? $"Upload.{refusal}" : "Upload.NotTaken"]);
        }
        else
        {
            Media.InsertInto(Question, stored);
            Reading = Question.Read();
        }
    }
}
