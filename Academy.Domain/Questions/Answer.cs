using System.Text.Json;

namespace Academy.Domain.Questions;

/// <summary>
/// What somebody answered, as option keys in the question's own order. Its <see cref="Value"/> is the canonical
/// JSON that is stored and sent: a string for one choice, an array for several, null when cleared.
/// </summary>
public sealed record Answer
{
    public static readonly Answer None = new([], null);

    private Answer(IReadOnlyList<string> keys, string? value)
    {
        Keys = keys;
        Value = value;
    }

    public IReadOnlyList<string> Keys { get; }
    public string? Value { get; }

    /// <summary>The answer to a question from the option keys that a form or a stored value names; null when they do not fit.</summary>
    public static Answer? Of(QuestionText question, IReadOnlyCollection<string> chosen)
    {
        if (chosen.Count == 0) return None;
        var keys = question.Options.Select(o => o.Key).Where(chosen.Contains).ToList();
        if (keys.Count != chosen.Count) return null;
        if (question.Type == QuestionType.MultipleChoice) return new Answer(keys, JsonSerializer.Serialize(keys));
        return keys.Count == 1 ? new Answer(keys, JsonSerializer.Serialize(keys[0])) : null;
    }

    /// <summary>Reads a value as the page sends it; null when it is no answer to this question.</summary>
    public static Answer? Read(QuestionText question, JsonElement value) => (value.ValueKind, question.Type) switch
    {
        (JsonValueKind.Null, _) => None,
        (JsonValueKind.Array, QuestionType.MultipleChoice) when value.EnumerateArray().All(IsString) =>
            Of(question, [.. value.EnumerateArray().Select(key => key.GetString()!)]),
        (JsonValueKind.String, QuestionType.SingleChoice or QuestionType.TrueFalse) => Of(question, [value.GetString()!]),
        _ => null,
    };

    /// <summary>The option keys of a stored value.</summary>
    public static IReadOnlyList<string> KeysOf(string? value)
    {
        if (value is null) return [];
        using var json = JsonDocument.Parse(value);
        return json.RootElement.ValueKind == JsonValueKind.Array
            ? [.. json.RootElement.EnumerateArray().Select(key => key.GetString()!)]
            : [json.RootElement.GetString()!];
    }

    private static bool IsString(JsonElement element) => element.ValueKind == JsonValueKind.String;
}
