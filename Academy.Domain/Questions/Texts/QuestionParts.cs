namespace Academy.Domain.Questions.Texts;

/// <summary>Something that may be typed in, with the source's percentage of the points. <c>*</c> stands for any text.</summary>
/// <param name="Text">The text, or the number as the source writes it; of a range its middle.</param>
/// <param name="Weight">100 for a right answer.</param>
/// <param name="Tolerance">How far a number may be off; null for text.</param>
/// <param name="Feedback">What is said to whoever answers so.</param>
public sealed record TypedAnswer(string Text, decimal Weight, decimal? Tolerance = null, Prose? Feedback = null);

/// <summary>What belongs together in a matching question. The left is empty where only a wrong choice is given.</summary>
public sealed record Pair(Prose Left, Prose Right);

/// <summary>
/// A gap with its own answers. The stem shows the n-th gap where it says <c>[[n]]</c>; one that is
/// not in the stem follows it.
/// </summary>
/// <param name="Type">Single choice, fill-in or numerical.</param>
/// <param name="Points">What it is worth beside the other gaps; positive.</param>
/// <param name="Options">What is chosen from; empty where the answer is typed.</param>
/// <param name="Answers">What may be typed; empty where it is chosen.</param>
public sealed record Gap(QuestionType Type, decimal Points, IReadOnlyList<Option> Options, IReadOnlyList<TypedAnswer> Answers);

/// <summary>What a marker looks for: a key point of a short answer, or a line of an essay's rubric.</summary>
/// <param name="Text">What it asks for.</param>
/// <param name="Points">What it is worth beside the other criteria; positive.</param>
/// <param name="Words">Words of which one tells that the point is made; a marker confirms it. Empty where only a person can tell.</param>
public sealed record Criterion(string Text, decimal Points, IReadOnlyList<string> Words);
