using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Questions.Asking;
using Academy.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes;

/// <summary>A paper before whoever answers it, with what their form carried and the store did not take.</summary>
public abstract class PaperPage(AcademyDb db, Invigilator invigilator, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public DateTimeOffset Now => clock.GetUtcNow();
    public Attempt Attempt { get; private set; } = null!;

    /// <summary>
    /// By which the page seals answers that wait on the device: the same as long as the person has the same password, so that they are
    /// sent after a power cut, too, and nothing that a colleague at the device could come by.
    /// </summary>
    public string DeviceKey => Convert.ToBase64String(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(User.SecurityStamp!),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"answers of attempt {Attempt.Id}, {Attempt.Receipt}"))));

    public bool IsTimeUp => Now >= Attempt.DueAt;
    public IReadOnlyList<UnsavedAnswer> Unsaved { get; protected set; } = [];
    public bool HasSaved { get; protected set; }
    public IEnumerable<Slot> OpenSlots =>
        Attempt.Slots.Where(slot => !Attempt.Responses.Any(r => r.Slot == slot.Number && r.Value is not null));

    /// <summary>Whether the form was to hand the paper in, and not only to save.</summary>
    public abstract bool IsHandingIn { get; }

    /// <summary>Scripts take for stored what they find on the page of the attempt.</summary>
    public bool IsForScripts => !IsHandingIn && !Kept.Any();

    protected Invigilator Invigilator => invigilator;

    /// <summary>What stays on the page as it was entered. Saving shows what another page has stored instead.</summary>
    private IEnumerable<UnsavedAnswer> Kept => Unsaved.Where(answer => answer.Typed is not null && (IsHandingIn || answer.IsUnfit));

    public IEnumerable<int> SlotsOf(Func<UnsavedAnswer, bool> which) => Unsaved.Where(which).Select(answer => answer.Slot);

    public AskedQuestion Asked(Slot slot)
    {
        var asked = slot.Asked(Attempt.MarkingScheme, Attempt.Responses.SingleOrDefault(r => r.Slot == slot.Number));
        var kept = Kept.FirstOrDefault(answer => answer.Slot == slot.Number);
        return kept is null ? asked : asked with { Kept = kept.Typed, Revision = kept.Revision };
    }

    /// <summary>Loads the paper; leads elsewhere when it is nobody's of this person or handed in.</summary>
    protected async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        var paper = db.Attempts.Of(User.Id).WithPaper().AsNoTracking();
        if (await paper.SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } attempt) return NotFound();

        Attempt = attempt;
        if (attempt.IsOverdue(Now)) await Invigilator.SubmitAsync(Id, ct);
        return attempt.IsSubmitted || attempt.IsOverdue(Now) ? RedirectToPage("Result", new { Id }) : null;
    }
}
