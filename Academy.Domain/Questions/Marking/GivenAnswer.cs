using System.Text.Json;

namespace Academy.Domain.Questions.Marking;

/// <summary>
/// What an answer says before it is known whether it fits its question, and whoever names its choices: the keys that were chosen,
/// or what stands in each place.
/// </summary>
public sealed record GivenAnswer(IReadOnlyList<string> Keys, IReadOnlyDictionary<string, string> Texts)
{
    private static readonly GivenAnswer Nothing = Chosen([]);

    public static GivenAnswer Chosen(IReadOnlyList<string> keys) => new(keys, new Dictionary<string, string>());

    public static GivenAnswer Typed(IReadOnlyDictionary<string, string> texts) => new([], texts);

    /// <summary>Reads a value; null when no answer of that shape is written so.</summary>
    /// <param name="shape">How the question is answered.</param>
    /// <param name="value">As a page sends it or the store keeps it.</param>
    /// <param name="prefix">What the value writes before the keys of places.</param>
    public static GivenAnswer? Read(AnswerShape shape, JsonElement value, string prefix = "") => (value.ValueKind, shape) switch
    {
        (JsonValueKind.Null, _) => Nothing,
        (JsonValueKind.Array, AnswerShape.Choices or AnswerShape.Order) =>
            Strings(value.EnumerateArray()) is { } keys ? Chosen(keys) : null,
        (JsonValueKind.String, AnswerShape.Choice) => StringOf(value) is { } key ? Chosen([key]) : null,
        (JsonValueKind.String, AnswerShape.Text) =>
            StringOf(value) is { } text ? Typed(new Dictionary<string, string> { ["1"] = text }) : null,
        (JsonValueKind.Object, AnswerShape.Fields) => InPlaces(value, prefix) is { } texts ? Typed(texts) : null,
        _ => null,
    };

    private static List<string>? Strings(IEnumerable<JsonElement> elements)
    {
        var strings = elements.Select(StringOf).ToList();
        return strings.Contains(null) ? null : [.. strings.OfType<string>()];
    }

    private static Dictionary<string, string>? InPlaces(JsonElement value, string prefix)
    {
        var texts = new Dictionary<string, string>();
        foreach (var property in value.EnumerateObject())
        {
            var text = property.Value.ValueKind == JsonValueKind.Null ? "" : StringOf(property.Value);
            if (text is null
                || NameOf(property) is not { } name
                || !name.StartsWith(prefix, StringComparison.Ordinal)
                || !texts.TryAdd(name[prefix.Length..], text))
            {
                return null;
            }
        }

        return texts;
    }

    /// <summary>Null for anything but a string of whole characters: JSON can escape half of one.</summary>
    private static string? StringOf(JsonElement element) =>
        Whole(() => element.ValueKind == JsonValueKind.String ? element.GetString() : null);

    private static string? NameOf(JsonProperty property) => Whole(() => property.Name);

    private static string? Whole(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
