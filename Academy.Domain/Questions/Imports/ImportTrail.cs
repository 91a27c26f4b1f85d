using Academy.Domain.Auditing;

namespace Academy.Domain.Questions.Imports;

/// <summary>What the trail tells of here.</summary>
public static class ImportTrail
{
    public static readonly Act QuestionsImported = new(nameof(QuestionsImported));
    public static readonly Act QuestionsImportUndone = new(nameof(QuestionsImportUndone));
}
