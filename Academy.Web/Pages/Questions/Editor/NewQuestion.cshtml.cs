using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>Writes one question after the other into a bank.</summary>
[Authorize(Roles = Rights.Trainers)]
[RequestSizeLimit(MostBytes)]
public sealed class NewQuestionModel(AcademyDb db, Author author, Gallery gallery, IStringLocalizer<EditorTexts> words)
    : QuestionEditorPage(db, gallery, words)
{
    [FromRoute] public long BankId { get; set; }
    public override string Title => Words["New"];

    public async Task<IActionResult> OnGetAsync(
        [FromQuery] QuestionType? type, [FromQuery] VersionState? state, [FromQuery] long? category, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Question = QuestionForm.New(type ?? QuestionType.SingleChoice);
        State = state is { } usual && States.Contains(usual) ? usual : States[0];
        (Filing.CategoryId, Key) = (category, Author.NewKey());
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!Author.IsKey(Key)) Key = Author.NewKey();
        if (await ReadAsync(ct) is not { } text) return Page();

        var (questionId, refusal) = await author.AddAsync(User.Actor, BankId, Key!, text, Filing.Read(), State, ct);
        if (questionId is null)
        {
            // What is saved once more is a question of its own.
            if (refusal == AuthorRefusal.SavedBefore) Key = Author.NewKey();
            Refuse(FieldOf(refusal), Words[$"Refusal.{refusal}"]);
            await ShowAsync(ct);
            return Page();
        }

        TempData["Flash"] = Words[$"Saved.{State}"].Value;
        return Then == "next"
            ? RedirectToPage(new { BankId, type = Question.Type, state = State, category = Filing.CategoryId })
            : RedirectToPage("EditQuestion", new { Id = questionId });
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await EditableBanks.Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == BankId, ct) is not { } bank) return false;

        Bank = bank;
        return true;
    }
}
