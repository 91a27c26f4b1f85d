namespace Academy.Domain.Questions.Formats;

/// <summary>What a reader found in a file. Every question of the file is either among the questions or reported, never both and never neither; the category is the first that it names.</summary>
public sealed record QuestionFile(string? Category, IReadOnlyList<DraftQuestion> Questions, IReadOnlyList<ReadingMessage> Reported)
{
    /// <summary>What is worth knowing of questions that are taken: what the file holds for them and has no place here, weights that do not suit a graded quiz.</summary>
    public IReadOnlyList<ReadingMessage> Remarks { get; init; } = [];
}
