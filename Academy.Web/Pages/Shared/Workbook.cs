using Microsoft.AspNetCore.Mvc;
using MiniExcelLibs;

namespace Academy.Web.Pages.Shared;

/// <summary>Tables that people take away as a spreadsheet. Text that looks like a formula stays text.</summary>
public static class Workbook
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="fileName">What the file is called, without its ending.</param>
    /// <param name="rows">The rows, each with its cells by the head of their column, in the order of the columns.</param>
    public static FileStreamResult Of(string fileName, IEnumerable<IReadOnlyDictionary<string, object?>> rows)
    {
        var stream = new MemoryStream();
        stream.SaveAs(rows.Select(row => new Dictionary<string, object?>(row)));
        stream.Position = 0;
        return new FileStreamResult(stream, MediaType) { FileDownloadName = $"{fileName}.xlsx" };
    }

    /// <summary>Several sheets in one file, each with its name.</summary>
    public static FileStreamResult Of(
        string fileName, params IEnumerable<(string Name, IEnumerable<IReadOnlyDictionary<string, object?>> Rows)> sheets)
    {
        var stream = new MemoryStream();
        stream.SaveAs(
            sheets.ToDictionary(sheet => sheet.Name, sheet => (object)sheet.Rows.Select(row => new Dictionary<string, object?>(row))));
        stream.Position = 0;
        return new FileStreamResult(stream, MediaType) { FileDownloadName = $"{fileName}.xlsx" };
    }
}
