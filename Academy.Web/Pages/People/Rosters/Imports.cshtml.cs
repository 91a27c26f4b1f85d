using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.People.Rosters;

/// <summary>Imports of branches and people: takes a file in, and lists those that came before.</summary>
[Authorize(Roles = Roles.Administrator)]
[RefuseLargeUploads(RosterReader.MostBytes)]
public sealed class ImportsModel(AcademyDb db, RosterClerk clerk) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool TooLarge { get; set; }
    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public bool IsComplete { get; set; }
    public IReadOnlyList<RosterProblem> Problems { get; private set; } = [];
    public IReadOnlyList<RosterRun> Runs { get; private set; } = [];
    public Paging Paging { get; private set; } = new(1, 0);
    public bool HasNoFile { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int asked, CancellationToken ct)
    {
        if (TooLarge) Problems = [new RosterProblem(RosterProblemKind.TooLarge)];
        await ListAsync(asked, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        HasNoFile = Upload is null;
        if (Upload is { } file)
        {
            (var run, Problems) = file.Length > RosterReader.MostBytes
                ? (null, [new RosterProblem(RosterProblemKind.TooLarge)])
                : await clerk.ReceiveAsync(file.FileName, await BytesAsync(file, ct), IsComplete, User.Actor, ct);
            if (run is { } id) return RedirectToPage("Import", new { id });
        }

        await ListAsync(1, ct);
        return Page();
    }

    private async Task ListAsync(int asked, CancellationToken ct)
    {
        Paging = Paging.Of(asked, await db.RosterRuns.CountAsync(ct));
        Runs = await db.RosterRuns
            .AsNoTracking()
            .Include(r => r.UploadedBy)
            .OrderByDescending(r => r.Id)
            .Skip(Paging.Skip)
            .Take(Paging.Size)
            .ToListAsync(ct);
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
