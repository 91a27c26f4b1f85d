using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Formats.Moodle;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Export;

/// <summary>A format that banks are written in: the word of its address, what the file ends in and what it is served as.</summary>
public sealed record ExportFormat(string Word, string Ending, string MediaType, Func<IReadOnlyList<DraftQuestion>, QuestionExport> Write)
{
    public static readonly IReadOnlyList<ExportFormat> All =
    [
        new("xlsx", "xlsx", Workbook.MediaType, WorkbookWriter.Write),
        new("gift", "gift", "text/plain", GiftWriter.Write),
        new("moodle-xml", "xml", "application/xml", MoodleXmlWriter.Write),
    ];
}

/// <summary>A kind of thing that a format cannot hold, and how many questions have it.</summary>
public sealed record Loss(WritingLoss Kind, int Questions, IReadOnlyList<int> First);

/// <summary>Writes a bank as a file; without a format it says which there are and what each cannot hold.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ExportModel(AcademyDb db, FileVault vault, Recorder recorder) : PageModel
{
    private const int Named = 5;

    [FromRoute] public long Id { get; set; }
    public Bank Bank { get; private set; } = null!;
    public int Questions { get; private set; }
    public IReadOnlyList<(ExportFormat Format, IReadOnlyList<Loss> Losses)> Formats { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (await db.Banks
            .OpenTo(User.BankUser)
            .AsNoTracking()
            .SingleOrDefaultAsync(b => b.Id == Id, ct) is not { } bank)
        {
            return NotFound();
        }

        Bank = bank;
        var drafts = await db.DraftsOfAsync(Id, vault, ct);
        if (format is not null)
        {
            if (ExportFormat.All.FirstOrDefault(f => f.Word == format) is not { } known) return NotFound();

            var facts = new ExportFacts(HttpContext.Caller.AddressText, $"format={known.Word}", drafts.Count);
            await recorder.ExportedAsync(User.Actor, BankTrail.BankExported, bank.Slug, bank.Title, facts, ct);
            return File(known.Write(drafts).Content, known.MediaType, $"{bank.Slug}.{known.Ending}");
        }

        Questions = drafts.Count;
        Formats = [.. ExportFormat.All.Select(f => (f, LossesOf(f.Write(drafts).Losses)))];
        return Page();
    }

    private static IReadOnlyList<Loss> LossesOf(IReadOnlyList<WritingMessage> losses) =>
    [
        .. losses.GroupBy(l => l.Loss).OrderBy(g => g.Key)
            .Select(g =>
                new Loss(g.Key, g.Select(l => l.Position).Distinct().Count(), [.. g.Select(l => l.Position).Distinct().Take(Named)])),
    ];
}
