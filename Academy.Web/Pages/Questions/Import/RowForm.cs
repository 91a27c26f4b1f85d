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

    /// <summary>What was typed, one field after the other.</summary>
    public string Text => string.Join('\n', new[] { Stem, Options, Key, Explanation }.Where(part => !string.IsNullOrWhiteSpace(part)));

    public RowDecision Decision => new(Position, Choice, Fields);
}
