using Microsoft.AspNetCore.Mvc;
using MiniExcelLibs;

namespace Academy.Web.Pages.Shared;

/// <summary>Tables that people take away as a spreadsheet. Text that looks like a formula stays text.</summary>
public static class Workbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="fileName">What the file is called, without its ending.</param>
    /// <param name="rows">The rows, each with its cells by the head of their column, in the order of the columns.</param>
    public static FileStreamResult Of(string fileName, IEnumerable<IReadOnlyDictionary<string, object?>> rows) =>
        Written(fileName, rows.Select(Copy));

    /// <summary>Several sheets in one file, each with its name.</summary>
    public static FileStreamResult Of(
        string fileName, params IEnumerable<(string Name, IEnumerable<IReadOnlyDictionary<string, object?>> Rows)> sheets) =>
        Of(fileName, sheets.ToDictionary(sheet => sheet.Name, sheet => (object)sheet.Rows.Select(Copy)));

    /// <summary>The same of sheets whose rows are what their properties say.</summary>
    public static FileStreamResult Of(string fileName, Dictionary<string, object> sheets) => Written(fileName, sheets);

    private static FileStreamResult Written(string fileName, object content)
    {
        var stream = new MemoryStream();
        stream.SaveAs(content);
        stream.Position = 0;
        return new FileStreamResult(stream, MediaType) { FileDownloadName = $"{fileName}.xlsx" };
    }

    private static Dictionary<string, object?> Copy(IReadOnlyDictionary<string, object?> row) => new(row);
}
