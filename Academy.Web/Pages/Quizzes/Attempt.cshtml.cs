using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes;

/// <summary>The paper while the attempt runs. Posting it saves the answers of a page without script.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class AttemptModel(AcademyDb db, AnswerSheet sheet, Invigilator invigilator, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public DateTimeOffset Now => clock.GetUtcNow();
    public Attempt Attempt { get; private set; } = null!;

    /// <summary>Slots whose answers were not stored because another page had stored others meanwhile.</summary>
    public IReadOnlyList<int> Conflicts { get; private set; } = [];

    /// <summary>Slots whose answers were not stored because they are too long or make no sense.</summary>
    public IReadOnlyList<int> Unfit { get; private set; } = [];
    public bool HasSaved { get; private set; }

    /// <summary>
    /// By which the page seals answers that wait on the device: the same as long as the person has the same password, so that they are
    /// sent after a power cut, too, and nothing that a colleague at the device could come by.
    /// </summary>
    public string DeviceKey => Convert.ToBase64String(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(User.SecurityStamp!),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"answers of attempt {Attempt.Id}, {Attempt.Receipt}"))));
    public bool IsTimeUp => Now >= Attempt.DueAt;

    public Response? ResponseTo(Slot slot) => Attempt.Responses.SingleOrDefault(r => r.Slot == slot.Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere) return elsewhere;

        var (refused, unfit) = await sheet.SaveAsync(Attempt, Request.Form, ct);
        Unfit = unfit;
        Conflicts = [.. refused.Where(r => r.Value is AnswerRefusal.LaterAnswer or AnswerRefusal.DifferentAnswer).Select(r => r.Key)];
        HasSaved = refused.Count == 0 && unfit.Count == 0;
        return await FindAsync(ct) ?? Page();
    }

    private async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        var paper = db.Attempts.Of(User.Id).WithPaper().AsNoTracking();
        if (await paper.SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } attempt) return NotFound();

        Attempt = attempt;
        if (attempt.IsOverdue(Now)) await invigilator.SubmitAsync(Id, ct);
        return attempt.IsSubmitted || attempt.IsOverdue(Now) ? RedirectToPage("Result", new { Id }) : null;
    }
}
