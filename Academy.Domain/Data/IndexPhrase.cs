namespace Academy.Domain.Data;

/// <summary>Words that follow each other in a text; whether the last one may be the beginning of a longer one.</summary>
internal readonly record struct IndexPhrase(IReadOnlyList<string> Words, bool MayGoOn);
