using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Versions;

/// <summary>A text that waits for a review.</summary>
public sealed record WaitingText(
    long Id,
    string Key,
    string? Name,
    QuestionText Text,
    string Bank,
    string? Author,
    int Version,
    DateTimeOffset WrittenAt,
    bool IsFlagged);

/// <summary>What waits for the person's review, the oldest first.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ReviewModel(AcademyDb db) : PageModel
{
    [FromQuery(Name = "page")] public int Asked { get; set; } = 1;
    public Paging Paging { get; private set; } = new(1, 0);
    public IReadOnlyList<WaitingText> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (author, people, flagged) = (User.BankUser, db.Employees, db.FlaggedVersions().Select(v => v.Id));
        var waiting = db.QuestionVersions.AsNoTracking().WaitingFor(author, db.Banks.EditableBy(author));
        Paging = Paging.Of(Asked, await waiting.CountAsync(ct));
        Waiting = await waiting.OrderBy(v => v.WrittenAt).ThenBy(v => v.Id).Skip(Paging.Skip).Take(Paging.Size).Select(v => new WaitingText(
            v.QuestionId, v.Question.Key, v.Question.Name, v.Text, v.Question.Bank.Title,
            people.Where(p => p.Id == v.AuthorId).Select(p => p.Name).FirstOrDefault(),
            v.Number, v.WrittenAt, flagged.Contains(v.Id))).ToListAsync(ct);
    }
}
