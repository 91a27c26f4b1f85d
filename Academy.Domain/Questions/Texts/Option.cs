using System.Text.Json.Serialization;

namespace Academy.Domain.Questions.Texts;

/// <summary>
/// One choice of a question. The key is stable within its version ("a", "b", … or "true"/"false"); the weight is the
/// source's percentage, 100 for a sole right answer.
/// </summary>
public sealed record Option(string Key, Prose Text, decimal Weight)
{
    public Prose? Feedback { get; init; }

    [JsonIgnore]
    public bool IsRight => Weight > 0;
}
