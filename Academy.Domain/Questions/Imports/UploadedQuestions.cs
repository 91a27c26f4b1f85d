using Academy.Domain.Files;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;

namespace Academy.Domain.Questions.Imports;

/// <summary>A file of questions as a trainer gives it.</summary>
/// <param name="Name">As the trainer calls it; empty for a pasted text.</param>
/// <param name="Content">At most <see cref="Cataloger.MostBytes"/>.</param>
/// <param name="Format">How to read it; null to tell by what it holds.</param>
/// <param name="Mappings">What the trainer decided on the columns of its sheets, by their names; null to tell by their heads.</param>
public sealed record UploadedQuestions(
    string Name, byte[] Content, QuestionFormat? Format = null, IReadOnlyDictionary<string, SheetMapping>? Mappings = null)
{
    /// <summary>As the import keeps it.</summary>
    public string ShortName => FileName.Of(Name);

    /// <summary>What the file holds. A table without heads that are known is told by nothing but its name.</summary>
    public (QuestionFormat Format, QuestionFile File)? Read(CancellationToken ct = default) =>
        QuestionFormats.Read(Content, Format ?? (IsUnknownTable ? QuestionFormat.Csv : null), Mappings, ct);

    /// <summary>The answer where reading it took longer than it may.</summary>
    public (QuestionFormat Format, QuestionFile File) TooSlow => (Format ?? default, QuestionFile.Refused(ReadingProblem.TooSlow));

    private bool IsUnknownTable => Path.GetExtension(Name).ToLowerInvariant() is ".csv" or ".tsv"
        && QuestionFormats.Candidates(Content).Count == 0;
}
