using Academy.Domain.Data;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Imports;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>
/// What the columns of an import's sheets hold. Posting reads the file again by what was decided; the
/// reading before stays as it is.
/// </summary>
[Authorize(Roles = Rights.Trainers)]
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class ColumnsModel(AcademyDb db, Cataloger cataloger, IStringLocalizer<ImportTexts> words) : ImportPage(db)
{
    public const int MostFields = 10_000;
    private const int MostSheets = 20;

    [BindProperty] public List<SheetForm> Sheets { get; set; } = [];

    /// <summary><c>look</c> to take the columns by the chosen heads, and to go on looking.</summary>
    [BindProperty] public string? Then { get; set; }

    /// <summary>What is wrong with the decisions, by the number of the sheet.</summary>
    public IReadOnlyList<(int Sheet, string Message)> SheetProblems { get; private set; } = [];

    public IReadOnlyList<ReadingMessage> Problems { get; private set; } = [];
    public IReadOnlyList<SheetView> Views =>
        [.. sheets.Index().Select(sheet => new SheetView(sheet.Item, Sheets[sheet.Index], sheet.Index, sheets.Count > 1))];

    private IReadOnlyList<Sheet> sheets = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindSheetsAsync(ct)) return NotFound();

        Sheets = [.. sheets.Select(sheet => SheetForm.Of(sheet, Import.Mappings?.GetValueOrDefault(sheet.Name)))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindSheetsAsync(ct) || Sheets.Count != sheets.Count) return NotFound();

        ModelState.Clear();
        if (Then == "look") Sheets = [.. Sheets.Zip(sheets, Look)];
        else if (!HasSheetProblems() && await ReadAsync(ct) is { } id) return BackToImport(new { id });
        return Page();
    }

    private static SheetForm Look(SheetForm form, Sheet sheet)
    {
        if (form.HeadRow == 0) return form;

        var found = SheetForm.Of(SheetHeads.At(sheet, form.HeadRow).Mapping);
        found.IsRead = form.IsRead;
        return found;
    }

    private bool HasSheetProblems()
    {
        SheetProblems = [.. Sheets.Index()
            .Where(sheet => sheet.Item.IsRead)
            .Select(sheet => (sheet.Index, ProblemOf(sheet.Item.Mapping)))
            .Where(problem => problem.Item2 is not null)
            .Select(problem => (problem.Index, problem.Item2!))];
        if (Sheets.TrueForAll(sheet => !sheet.IsRead)) SheetProblems = [(0, words["Columns.NoSheet"])];
        return SheetProblems.Count > 0;
    }

    private string? ProblemOf(SheetMapping mapping) => mapping switch
    {
        { Repeated: { } twice } => words["Columns.Twice", words[$"Role.{twice.Part}", SheetHead.LettersOf(twice.Option)]].Value,
        { Missing: { } missing } => words["Columns.Missing", words[$"Role.{missing}"]].Value,
        _ => null,
    };

    private async Task<long?> ReadAsync(CancellationToken ct)
    {
        // What the page does not show stays as it was decided.
        var mappings = new Dictionary<string, SheetMapping>(Import.Mappings ?? new Dictionary<string, SheetMapping>());
        foreach (var (form, sheet) in Sheets.Zip(sheets)) mappings[sheet.Name] = form.Mapping;
        var receipt = await cataloger.ReceiveAgainAsync(Id, Import.Format, mappings, User.Actor, ct);
        Problems = receipt.Problems;
        return receipt.ImportId;
    }

    private async Task<bool> FindSheetsAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return false;

        sheets = [.. (await cataloger.SheetsOfAsync(Id, ct)).Take(MostSheets)];
        return sheets.Count > 0;
    }
}
