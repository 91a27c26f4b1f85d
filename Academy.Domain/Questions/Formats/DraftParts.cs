namespace Academy.Domain.Questions.Formats;

/// <summary>Something that may be typed in, with the source's percentage of the points. <c>*</c> stands for any text.</summary>
/// <param name="Text">The text, or the number as the file writes it; of a range its middle.</param>
/// <param name="Weight">100 for a right answer.</param>
/// <param name="Tolerance">How far a number may be off; null for text.</param>
/// <param name="Feedback">What is said to whoever answers so.</param>
public sealed record DraftAnswer(string Text, decimal Weight, decimal? Tolerance = null, string? Feedback = null);

/// <summary>What belongs together in a matching question. The left is empty where only a wrong choice is given.</summary>
public sealed record DraftPair(string Left, string Right);

/// <summary>A gap in a text with its own answers.</summary>
/// <param name="Type">Single choice, fill-in or numerical.</param>
/// <param name="Points">What it is worth beside the other gaps.</param>
/// <param name="Options">What is chosen from; empty where the answer is typed.</param>
/// <param name="Answers">What may be typed; empty where it is chosen.</param>
public sealed record DraftGap(QuestionType Type, decimal Points, IReadOnlyList<Option> Options, IReadOnlyList<DraftAnswer> Answers);
