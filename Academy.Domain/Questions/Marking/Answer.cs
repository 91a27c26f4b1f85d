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

    /// <summary>What stands in the places of a page and is no answer: shown again, and never stored.</summary>
    public static Answer Unfit(IReadOnlyDictionary<string, string> typed) => new([], new Dictionary<string, string>(typed), null);

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

    public static Answer? Of(QuestionText question, GivenAnswer given) =>
        question.Shape is AnswerShape.Text or AnswerShape.Fields ? Of(question, given.Texts) : Of(question, given.Keys);

    /// <summary>Reads a value as the store keeps it; null when it is no answer to this question.</summary>
    public static Answer? Read(QuestionText question, JsonElement value) =>
        GivenAnswer.Read(question.Shape, value) is { } given ? Of(question, given) : null;

    /// <summary>The answer that a stored value of the question holds.</summary>
    public static Answer Stored(QuestionText question, string? value)
    {
        if (value is null) return None;
        using var json = JsonDocument.Parse(value);
        return Read(question, json.RootElement) ?? None;
    }

    private static Answer OfKeys(IReadOnlyList<string> keys) => new(keys, [], JsonColumns.TextOf(keys));

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
