using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
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
public sealed class EditQuestionModel(AcademyDb db, Author author, Gallery gallery, IStringLocalizer<EditorTexts> words)
    : QuestionEditorPage(db, gallery, words)
{
    private readonly AcademyDb db = db;

    [FromRoute] public long Id { get; set; }
    public Question Stored { get; private set; } = null!;
    public override string Title => Words["Edit"];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Stored.Latest is not { } latest) return NotFound();

        (Question, Filing, BasedOn, State) = (QuestionForm.Of(latest.Text), FilingForm.Of(Stored), latest.Number, States[0]);
        Reading = Question.Read();
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (await ReadAsync(ct) is not { } text) return Page();

        if (await author.WriteAsync(User.Actor, Id, BasedOn, text, Filing.Read(), State, ct) is { } reason)
        {
            Refuse(reason == AuthorRefusal.WrittenMeanwhile ? "" : "State", Words[$"Refusal.{reason}"]);
            if (reason == AuthorRefusal.WrittenMeanwhile) await ShowChangesAsync(ct);
            await ShowAsync(ct);
            return Page();
        }

        TempData["Flash"] = Words[$"Saved.{State}"].Value;
        return Then == "next"
            ? RedirectToPage("NewQuestion", new { bankId = Bank.Id, type = Question.Type, state = State })
            : RedirectToPage();
    }

    /// <summary>What somebody else has written since; whoever saves once more has seen it.</summary>
    private async Task ShowChangesAsync(CancellationToken ct)
    {
        var versions = await db.QuestionVersions
            .AsNoTracking()
            .Where(v => v.QuestionId == Id && v.Number >= BasedOn)
            .OrderBy(v => v.Number)
            .ToListAsync(ct);
        if (versions is not [var read, .., var latest]) return;

        WrittenMeanwhile = [new PartChange(
            Words["Version", latest.Number],
            ChangeKind.Same,
            Differences.Between(QuestionOutline.Of(read.Text), QuestionOutline.Of(latest.Text)))];
        BasedOn = latest.Number;
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var editable = EditableBanks;
        var found = await db.Questions
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
