using Academy.Domain.Questions.Formats;

namespace Academy.Domain.Questions.Imports;

/// <summary>What came of a file: an import to look at, or why there is none.</summary>
/// <param name="ImportId">Null when nothing was kept.</param>
/// <param name="Refusal">Null when there is an import.</param>
/// <param name="Objections">What of a refused file stands against reading it.</param>
public sealed record ReceivedFile(long? ImportId, ImportRefusal? Refusal, IReadOnlyList<ReadingMessage> Objections);
