using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes.Examining;

/// <summary>The answers of one quiz that persons mark: those that wait, or those that are done.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class QuizMarkingModel(AcademyDb db) : PageModel
{
    /// <summary>More come only when a whole hall lost its line at the bell.</summary>
    private const int MostLate = 200;

    [FromRoute] public long Id { get; set; }
    [FromQuery(Name = "page")] public int Asked { get; set; } = 1;

    /// <summary>Whether those that are done are asked for.</summary>
    [FromQuery(Name = "marked")] public bool ShowsMarked { get; set; }
    public string QuizTitle { get; private set; } = "";

    /// <summary>Whether the person says who marks it.</summary>
    public bool NamesMarkers { get; private set; }
    public int Waiting { get; private set; }
    public MarkingTask? Next { get; private set; }
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<MarkingTask> Tasks { get; private set; } = [];

    /// <summary>What came after the deadline, by the receipt of its paper.</summary>
    public IReadOnlyList<IGrouping<string, LateAnswer>> Late { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var marker = User.BankUser;
        var quiz = db.Quizzes.Where(q => q.Id == Id);
        if (await quiz.MarkedBy(marker).Select(q => q.Terms.Title).SingleOrDefaultAsync(ct) is not { } title) return NotFound();

        (QuizTitle, NamesMarkers) = (title, await quiz.KeptBy(marker).AnyAsync(ct));
        var waiting = db.Waiting(Id, marker);
        Waiting = await waiting.CountAsync(ct);
        Next = await waiting.FirstOrDefaultAsync(ct);
        var shown = ShowsMarked ? db.Marked(Id, marker) : waiting;
        Paging = Paging.Of(Asked, ShowsMarked ? await shown.CountAsync(ct) : Waiting);
        Tasks = await shown.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        Late = [.. (await db.LateAnswers(Id, marker).Take(MostLate).ToListAsync(ct)).GroupBy(answer => answer.Receipt)];
        return Page();
    }
}
