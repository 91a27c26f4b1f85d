using System.Text.Json;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>A drill while it runs, with what was taken down of it so far.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class RunModel(AcademyDb db, Timekeeper timekeeper, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public DrillRun Run { get; private set; } = null!;
    public DrillRun? Best { get; private set; }

    /// <summary>The last batch that is taken down, and the keys of all.</summary>
    public int Acknowledged { get; private set; }
    public string Kept { get; private set; } = "";

    /// <summary>Negative before the first moment that counts.</summary>
    public long Elapsed => (long)(clock.GetUtcNow() - Run.StartedAt).TotalMilliseconds;

    /// <summary>The book and the rows to add, the lines, or the text: what the page shows, and no sum.</summary>
    public string Work => Run.Terms.Discipline.Kind switch
    {
        DrillKind.Slips => SlipWork(Run.Terms),
        DrillKind.Keypad => LineWork(Run.Terms),
        _ => JsonSerializer.Serialize(new { text = Run.Terms.Text }),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await timekeeper.EndOverdueAsync(User.Id, ct);
        if (await db.DrillRuns.AsNoTracking().Of(User.Id).SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } run) return NotFound();
        if (!run.IsRunning) return RedirectToPage(run.WasAbandoned ? "Drills" : "Result", run.WasAbandoned ? null : new { Id });

        Run = run;
        // What was drawn for one person has no other pace to be held against.
        if (run.Terms.IsComparable) Best = await db.DrillRuns.AsNoTracking().Of(User.Id).Best(run.Terms.Discipline).FirstOrDefaultAsync(ct);
        var pieces = await db.KeysOfAsync(Id, ct);
        Acknowledged = pieces.Count;
        Kept = string.Concat(pieces.SelectMany(piece => piece.Keys).Select(stroke => stroke.Key));
        return Page();
    }

    private static string SlipWork(DrillTerms terms)
    {
        var book = terms.Book();
        var pages = from page in Enumerable.Range(1, SlipBook.PageCount)
                    select Enumerable.Range(1, SlipBook.RowCount).Select(row => book[page, row].ToString());
        return JsonSerializer.Serialize(new
        {
            book = pages,
            tasks = terms.Tasks().Select(task => new[] { task.Fields[0].Page, task.Fields.Count, task.Fields[0].Row }),
        });
    }

    private static string LineWork(DrillTerms terms)
    {
        var lines = terms.Tasks().Select(task => task.Fields[0]);
        return JsonSerializer.Serialize(new
        {
            lines = lines.Select(line => new { kind = $"{(LineKind)(line.Row - 1)}", keys = line.Keys }),
        });
    }
}
