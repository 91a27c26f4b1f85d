using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>Writes the next version of a question.</summary>
[Authorize(Roles = Rights.Trainers)]
[RequestSizeLimit(MostBytes)]
public sealed class EditQuestionModel(
    AcademyDb db, Author author, Gallery gallery, LastActs last, IStringLocalizer<EditorTexts> words)
    : QuestionEditorPage(db, gallery, words)
{
    private readonly AcademyDb db = db;

    [FromRoute] public long Id { get; set; }

    /// <summary>Where the question was filed when the form was filled, in words; to show what has become of it.</summary>
    [BindProperty] public string? FiledAs { get; set; }

    public Question Stored { get; private set; } = null!;
    public override string Title => Words["Edit"];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Stored.Latest is not { } latest) return NotFound();

        (Question, Filing, State) = (QuestionForm.Of(latest.Text), FilingForm.Of(Stored), States[0]);
        (Seen, FiledAs) = (SeenQuestion.Of(Stored).ToString(), OutlineOfFiling());
        Reading = Question.Read();
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (await ReadAsync(ct) is not { } text) return Page();

        var seen = SeenQuestion.TryParse(Seen, null, out var shown) && shown.Id == Id ? shown : new SeenQuestion(Id, 0, default, "");
        if (await author.WriteAsync(User.Actor, seen, text, Filing.Read(), State, ct) is { } reason)
        {
            if (!await FindAsync(ct)) return NotFound();

            if (reason == AuthorRefusal.WrittenMeanwhile) await ShowChangesAsync(seen, ct);
            else Refuse(FieldOf(reason), Words[$"Refusal.{reason}"]);
            await ShowAsync(ct);
            return Page();
        }

        TempData["Flash"] = Words[$"Saved.{State}"].Value;
        return Then == "next"
            ? RedirectToPage("NewQuestion", new { bankId = Bank.Id, type = Question.Type, state = State })
            : RedirectToPage();
    }

    /// <summary>What somebody else has written since; whoever saves once more has seen it.</summary>
    private async Task ShowChangesAsync(SeenQuestion seen, CancellationToken ct)
    {
        var told = await last.TellAsync(QuestionTrail.ChangesOfQuestion, Stored.Key, Since, ct);
        Refuse("", told is null ? Words["Refusal.WrittenMeanwhile"] : Words["WrittenBy", told]);
        var (latest, filed) = (Stored.Latest!, OutlineOfFiling());
        var read = Stored.Versions.SingleOrDefault(v => v.Number == seen.Number && v.Number < latest.Number);
        var text = Compare(Words["Version", latest.Number], QuestionOutline.Of((read ?? latest).Text), QuestionOutline.Of(latest.Text));
        WrittenMeanwhile = [.. new[] { text, Compare(Words["Filing"], FiledAs ?? "", filed) }.Where(change => !change.IsSame)];
        See(SeenQuestion.Of(Stored).ToString());
        FiledAs = filed;
    }

    private static PartChange Compare(string title, string before, string after) =>
        new(title, ChangeKind.Same, Differences.Between(before, after));

    private string OutlineOfFiling() => QuestionOutline.OfFiling(
        Stored, Words["Category.None"], Words[Stored.RetiredAt is null ? $"Stands.{Stored.Latest!.State}" : "Stands.Retired"]);

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var editable = EditableBanks;
        var found = await db.Questions
            .AsNoTracking()
            .Include(q => q.Versions)
            .ThenInclude(v => v.Reviews)
            .Include(q => q.Tags)
            .Include(q => q.Bank)
            .ThenInclude(b => b.Categories)
            .AsSplitQuery()
            .SingleOrDefaultAsync(q => q.Id == Id && editable.Any(b => b.Id == q.BankId), ct);
        if (found is null) return false;

        (Stored, Bank) = (found, found.Bank);
        return true;
    }
}
