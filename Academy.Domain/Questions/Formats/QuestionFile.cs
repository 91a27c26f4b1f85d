namespace Academy.Domain.Questions.Formats;

/// <summary>What a reader found in a file. Every question of the file is either among the questions or reported, never both and never neither; the category is the first that it names.</summary>
public sealed record QuestionFile(string? Category, IReadOnlyList<DraftQuestion> Questions, IReadOnlyList<ReadingMessage> Reported);
