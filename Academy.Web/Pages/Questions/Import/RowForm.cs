using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>One row of an import as the page posts it: mended fields, or what is to become of the row.</summary>
public sealed class RowForm
{
    public int Position { get; set; }
    public RowChoice? Choice { get; set; }
    public QuestionType? Type { get; set; }
    public string? Stem { get; set; }
    public string? Options { get; set; }
    public string? Key { get; set; }
    public string? Explanation { get; set; }

    /// <summary>Null where the form had no fields to mend.</summary>
    public WrittenFields? Fields => Stem is null && Options is null && Key is null ? null
        : new WrittenFields(
            Type,
            Stem?.Trim() ?? "",
            Options?.ReplaceLineEndings("\n").TrimEnd() ?? "",
            Key?.ReplaceLineEndings("\n").Trim() ?? "",
            Explanation?.ReplaceLineEndings("\n").Trim() ?? "");

    /// <summary>Carries out what was posted; what is left out stays as it was found.</summary>
    public void Apply(ImportRow row)
    {
        if (Choice == RowChoice.LeaveOut) row.Choose(RowChoice.LeaveOut);
        else if (Fields is { } fields) Mend(row, fields);
        else if (Choice is { } choice) row.Choose(choice);
    }

    private static void Mend(ImportRow row, WrittenFields fields)
    {
        var (text, problem, detail) = Mending.Read(fields);
        if (text is null) row.Refuse(fields, problem, detail);
        else row.Mend(text);
    }
}
