namespace Academy.Domain.Quizzes;

/// <summary>An answer as a page hands it in for one slot.</summary>
/// <param name="AttemptId">The attempt; whoever sends the answer has been found to own it.</param>
/// <param name="Slot">The place in the paper, counted from 1.</param>
/// <param name="Revision">The page's count of changes to this slot, from 1.</param>
/// <param name="Value">Canonical JSON of the answer, or null when cleared.</param>
/// <param name="Age">How long ago it was entered, by the page's monotonic clock; never negative.</param>
/// <param name="ReceivedAt">When the server received it.</param>
public sealed record SentAnswer(long AttemptId, int Slot, int Revision, string? Value, TimeSpan Age, DateTimeOffset ReceivedAt);

public enum AnswerRefusal { LaterAnswer, DifferentAnswer, Submitted, TimeIsUp, NoSuchSlot }

/// <summary>What became of a sent answer: why it was refused if it was, and what is stored in its slot now.</summary>
/// <param name="Refusal">Null when the answer is stored.</param>
/// <param name="Revision">The stored revision; 0 when nothing is stored.</param>
/// <param name="Value">The stored canonical JSON.</param>
/// <param name="SavedAt">When the stored answer was saved.</param>
/// <param name="DueAt">The deadline of the attempt.</param>
public sealed record AnswerOutcome(AnswerRefusal? Refusal, int Revision, string? Value, DateTimeOffset? SavedAt, DateTimeOffset DueAt);
