using Academy.Domain.Questions.Formats;

namespace Academy.Domain.Questions.Imports;

/// <summary>What came of a file: an import to look at, or why there is none.</summary>
/// <param name="ImportId">Null when nothing was kept.</param>
/// <param name="Refusal">Null when there is an import.</param>
/// <param name="Problems">What is wrong with a file that is refused.</param>
public sealed record ReceivedFile(long? ImportId, ImportRefusal? Refusal, IReadOnlyList<ReadingMessage> Problems);
