using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Versions;

/// <summary>What the pages of one question have in common: finding it in the banks that are open to the person.</summary>
public abstract class QuestionPage(AcademyDb db, IStringLocalizer<BanksTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public Question Question { get; private set; } = null!;
    public QuestionVersion Latest => Question.Latest!;
    public bool MayEdit { get; private set; }
    public string Address => $"/authoring/questions/{Id}";

    /// <summary>The names of those who wrote and reviewed its versions.</summary>
    public IReadOnlyDictionary<long, string> People { get; private set; } = new Dictionary<long, string>();

    protected AcademyDb Db => db;
    protected IStringLocalizer<BanksTexts> Words => words;

    public string NameOf(long? employeeId) => employeeId is { } id ? People.GetValueOrDefault(id, "") : words["Owner.Academy"];

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        var author = User.BankUser;
        if (await db.Questions
            .Of(db.Banks.OpenTo(author))
            .Whole()
            .Include(q => q.Versions)
            .ThenInclude(v => v.Reviews)
            .SingleOrDefaultAsync(q => q.Id == Id, ct) is not { } question)
        {
            return false;
        }

        Question = question;
        MayEdit = await db.Banks.EditableBy(author).AnyAsync(b => b.Id == question.BankId, ct);
        var ids = question.Versions
            .Select(v => v.AuthorId)
            .OfType<long>()
            .Concat(question.Versions.SelectMany(v => v.Reviews).Select(r => r.ReviewerId))
            .Distinct()
            .ToList();
        People = await db.Employees.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        return true;
    }
}
