using Academy.Domain.Auditing;
using Academy.Domain.Questions.Formats;

namespace Academy.Domain.Questions.Imports;

/// <summary>What the trail tells of here.</summary>
public static class ImportTrail
{
    public static readonly Act QuestionsImported = new(nameof(QuestionsImported));
    public static readonly Act QuestionsImportUndone = new(nameof(QuestionsImportUndone));
}

/// <summary>What the audit trail tells of an import that was taken: of which file, and how many questions did what.</summary>
internal sealed record ImportFacts(string Digest, QuestionFormat Format, int Added, int Revised, int LeftOut) : IFacts
{
    public static ImportFacts Of(QuestionImport import, IReadOnlyDictionary<RowChoice, int> choices) => new(
        import.Digest,
        import.Format,
        choices.GetValueOrDefault(RowChoice.Add),
        choices.GetValueOrDefault(RowChoice.Revise),
        choices.GetValueOrDefault(RowChoice.LeaveOut));
}

/// <summary>What the audit trail tells of an import that was taken back: how many questions it was.</summary>
internal sealed record UndoneImportFacts(int Questions) : IFacts;
