using System.Globalization;
using Academy.Domain.Archives;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files.Pdf;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Archives;

/// <summary>Somebody's life in learning, on the screen and to take away; a look at another's is on the trail.</summary>
[Authorize]
public sealed class ArchiveModel(
    AcademyDb db, IEnumerable<IWithheld> withheld, Recorder recorder, PrintRoom room, PdfPress press, TranscriptDrawing drawing,
    ArchiveWords tell, IStringLocalizer<ArchivesTexts> words, BankZone zone, TimeProvider clock) : PageModel
{
    private const string Pdf = "application/pdf";

    [FromRoute] public string? Number { get; set; }
    [FromQuery(Name = "kind")] public ArchiveKind? Kind { get; set; }

    public Employee Person { get; private set; } = null!;
    public LifeInLearning Life { get; private set; } = null!;
    public IReadOnlyList<ShownEntry> Rows { get; private set; } = [];
    public IReadOnlyList<Edition> Editions { get; private set; } = [];
    public Paging Paging { get; private set; } = Paging.Of(1, 0);
    public bool IsOwn => Person.Id == User.Id;
    public bool HasFont => press.HasFont;
    public int Hours => Life.HoursBy(Today);
    public string Address => IsOwn ? "/archive" : $"/archive/{Person.Number}";

    private DateOnly Today => zone.DayOf(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "page")] int page, string? format, string? language, CancellationToken ct)
    {
        if (format is not (null or "pdf" or "xlsx" or "json")) return NotFound();
        if (await FindAsync(ct) is not { } person) return NotFound();

        Person = person;
        if (!IsOwn)
        {
            await recorder.LookedAsync(
                User.Actor, ArchiveTrail.ArchiveRead, PeopleTrail.Person, person.Number, person.Name,
                new ArchiveReadFacts(HttpContext.Caller.AddressText, format ?? ""), ct);
        }

        Life = await db.LifeInLearningAsync(person.Id, User.Id, withheld, clock.GetUtcNow(), ct);
        Editions = await EditionsAsync(person.Id, ct);
        return format switch
        {
            "xlsx" => Workbook.Of($"archive-{person.Number}", Life.Entries.Select(RowOf)),
            "json" => new JsonResult(ArchiveFile.Of(person, Life, Editions)),
            "pdf" => await PrintAsync(language == Languages.English ? Languages.English : Languages.Chinese, ct),
            _ => Show(page),
        };
    }

    private PageResult Show(int page)
    {
        var found = Life.Entries.Where(row => Kind is null || row.Entry.Kind == Kind).ToList();
        Paging = Paging.Of(page, found.Count);
        Rows = [.. found.Skip(Paging.Skip).Take(Paging.Size)];
        return Page();
    }

    private async Task<IActionResult> PrintAsync(string language, CancellationToken ct)
    {
        var head = await db.EditionHeads.AsNoTracking().Where(h => h.Kind == EditionKind.Month).OrderByDescending(h => h.From)
            .FirstOrDefaultAsync(ct);
        var shown = Fingerprint.Of(string.Join(',', Life.Entries.Select(row => row.Entry.Number)));
        var key = $"transcript {Person.Id} {language} {Person.AsSeen()} {shown} {head?.Digest} {Today:O}";
        var transcript = new Transcript(Person, Life, head, Hours, zone.At(Today, default));
        var printing = await room.PrintAsync(key, User.Id, () => drawing.Of(transcript, CultureInfo.GetCultureInfo(language)), ct);
        if (printing.File is not { } file) return printing.IsCrowded ? this.AskToComeBack(PrintRoom.ComeBack) : Show(1);

        HttpContext.ConfineFile(Pdf);
        Response.Headers.ContentDisposition = $"inline; filename=archive-{Person.Number}.pdf";
        return File(file, Pdf);
    }

    private Task<Employee?> FindAsync(CancellationToken ct)
    {
        var people = db.ArchivesFor(User);
        var own = User.Id;
        var found = Number is null ? people.Where(e => e.Id == own) : people.Numbered(Number);
        return found.AsNoTracking().Include(e => e.Branch).Include(e => e.Position).SingleOrDefaultAsync(ct);
    }

    private Task<List<Edition>> EditionsAsync(long personId, CancellationToken ct) => db.Editions.AsNoTracking()
        .Where(e => e.EmployeeId == personId).OrderByDescending(e => e.From).ThenBy(e => e.Kind)
        .Select(e => new Edition
        {
            Kind = e.Kind,
            From = e.From,
            EmployeeId = e.EmployeeId,
            Entries = e.Entries,
            Minutes = e.Minutes,
            Previous = e.Previous,
            Digest = e.Digest,
            Document = Array.Empty<byte>(),
        })
        .ToListAsync(ct);

    private Dictionary<string, object?> RowOf(ShownEntry row) => new()
    {
        [words["Column.Number"]] = row.Entry.Number,
        [words["Column.Day"]] = row.Entry.Day.ToDateTime(default),
        [words["Column.Kind"]] = tell.Kind(row.Entry.Kind),
        [words["Column.Title"]] = tell.Title(row.Entry),
        [words["Column.Result"]] = tell.Result(row.Entry),
        [words["Column.Score"]] = row.Entry.Score?.Value,
        [words["Column.MaxScore"]] = row.Entry.MaxScore?.Value,
        [words["Column.Rank"]] = row.Entry.Rank,
        [words["Column.Field"]] = row.Entry.Field,
        [words["Column.Minutes"]] = row.Entry.Minutes,
        [words["Column.Branch"]] = row.Entry.Branch,
        [words["Column.Position"]] = row.Entry.Position,
        [words["Column.State"]] = words[$"State.{row.State}"].Value,
    };
}
