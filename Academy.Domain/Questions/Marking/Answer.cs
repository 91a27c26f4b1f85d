using System.Text;
using System.Text.Json;
using Academy.Domain.Data;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Marking;

/// <summary>
/// What somebody answered. Its <see cref="Value"/> is the canonical JSON that is stored: a string for one choice or
/// one text, an array for several choices or an order, an object by field for several places; null when cleared.
/// </summary>
public sealed class Answer
{
    public static readonly Answer None = new([], [], null);

    private readonly Dictionary<string, string> fields;

    private Answer(IReadOnlyList<string> keys, Dictionary<string, string> fields, string? value)
    {
        Keys = keys;
        this.fields = fields;
        Value = value;
    }

    /// <summary>The chosen options in the question's order; of an ordering all of them in the answered one.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>What was typed or chosen in each place that is filled.</summary>
    public IReadOnlyDictionary<string, string> Fields => fields;

    public string? Value { get; }

    public bool IsEmpty => Value is null;

    /// <summary>What stands in the one place of a question that has one.</summary>
    public string Text => In("1");

    /// <summary>What stands in a place; empty when nothing does.</summary>
    public string In(string field) => fields.GetValueOrDefault(field, "");

    /// <summary>The answer to a question from the option keys that a form or a value names; null when they do not fit.</summary>
    public static Answer? Of(QuestionText question, IReadOnlyCollection<string> chosen)
    {
        if (chosen.Count == 0) return None;
        var known = question.Choices().Select(o => o.Key).ToList();
        if (chosen.Distinct().Count() != chosen.Count || !chosen.All(known.Contains)) return null;
        return question.Shape switch
        {
            AnswerShape.Choice when chosen.Count == 1 => new Answer([.. chosen], [], JsonColumns.TextOf(chosen.Single())),
            AnswerShape.Choices => OfKeys([.. known.Where(chosen.Contains)]),
            AnswerShape.Order when chosen.Count == known.Count => OfKeys([.. chosen]),
            _ => null,
        };
    }

    /// <summary>The answer to a question from what stands in its places; null when that does not fit.</summary>
    public static Answer? Of(QuestionText question, IReadOnlyDictionary<string, string> typed)
    {
        if (question.Shape is not (AnswerShape.Text or AnswerShape.Fields)) return null;
        var places = question.Fields();
        if (!typed.Keys.All(key => places.Any(place => place.Key == key))) return null;

        var filled = new Dictionary<string, string>();
        foreach (var place in places)
        {
            var text = Tidy(typed.GetValueOrDefault(place.Key, ""), place);
            if (text.Length > place.Longest || (text.Length > 0 && place.IsChosen && !place.Choices.Any(choice => choice.Key == text)))
                return null;
            if (text.Length > 0) filled.Add(place.Key, text);
        }

        if (filled.Count == 0) return None;
        return new Answer([], filled, question.Shape == AnswerShape.Text ? JsonColumns.TextOf(filled["1"]) : JsonColumns.TextOf(filled));
    }

    /// <summary>Reads a value; null when it is no answer to this question.</summary>
    /// <param name="question">What is answered.</param>
    /// <param name="value">As a page sends it or the store keeps it.</param>
    /// <param name="prefix">What the value writes before the keys of places.</param>
    public static Answer? Read(QuestionText question, JsonElement value, string prefix = "") => (value.ValueKind, question.Shape) switch
    {
        (JsonValueKind.Null, _) => None,
        (JsonValueKind.Array, AnswerShape.Choices or AnswerShape.Order) =>
            Strings(value.EnumerateArray()) is { } keys ? Of(question, keys) : null,
        (JsonValueKind.String, AnswerShape.Choice) => StringOf(value) is { } key ? Of(question, [key]) : null,
        (JsonValueKind.String, AnswerShape.Text) =>
            StringOf(value) is { } text ? Of(question, new Dictionary<string, string> { ["1"] = text }) : null,
        (JsonValueKind.Object, AnswerShape.Fields) => Texts(value, prefix) is { } texts ? Of(question, texts) : null,
        _ => null,
    };

    /// <summary>The answer that a stored value of the question holds.</summary>
    public static Answer Stored(QuestionText question, string? value)
    {
        if (value is null) return None;
        using var json = JsonDocument.Parse(value);
        return Read(question, json.RootElement) ?? None;
    }

    private static Answer OfKeys(IReadOnlyList<string> keys) => new(keys, [], JsonColumns.TextOf(keys));

    private static List<string>? Strings(IEnumerable<JsonElement> elements)
    {
        var strings = elements.Select(StringOf).ToList();
        return strings.Contains(null) ? null : [.. strings.OfType<string>()];
    }

    private static Dictionary<string, string>? Texts(JsonElement value, string prefix)
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

    /// <summary>Forms send lines with other ends than scripts do; only a long text has lines at all.</summary>
    private static string Tidy(string typed, AnswerField place)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t') text.Append(place.Longest == AnswerField.LongestText ? (char)rune.Value : ' ');
            else if (!Rune.IsControl(rune)) text.Append(rune);
        }

        return text.ToString().Trim();
    }
}
