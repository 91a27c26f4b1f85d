using System.Text.Json;
using System.Text.Json.Nodes;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Asking;

/// <summary>The inputs of a slot: <c>slot-3</c> where there is one place to answer, <c>slot-3-2</c> for the second of several.</summary>
public static class AnswerInputs
{
    public static string NameOf(int slot) => FormattableString.Invariant($"slot-{slot}");

    public static string NameOf(int slot, string key) => $"{NameOf(slot)}-{key}";

    /// <summary>The number that somebody without script gives a thing to put in order.</summary>
    public static string RankOf(int slot, string key) => FormattableString.Invariant($"order-{slot}-{key}");

    public static string NameOf(int slot, QuestionText question, AnswerField field) =>
        question.Shape == AnswerShape.Fields ? NameOf(slot, field.Key) : NameOf(slot);

    public static Answer? Read(QuestionText question, int slot, JsonElement value) => Answer.Read(question, value, NameOf(slot, ""));

    /// <summary>A stored value as pages know it, by the names of their inputs.</summary>
    public static JsonNode? ValueOf(int slot, string? stored)
    {
        var value = stored is null ? null : JsonNode.Parse(stored);
        return value is JsonObject fields
            ? new JsonObject(fields.Select(field => KeyValuePair.Create(NameOf(slot, field.Key), field.Value?.DeepClone())))
            : value;
    }

    public static Answer? Read(AskedQuestion asked, IFormCollection form) => asked.Text.Shape switch
    {
        AnswerShape.Choice or AnswerShape.Choices => Answer.Of(asked.Text, Strings(form, NameOf(asked.Number))),
        AnswerShape.Order => Answer.Of(asked.Text, Order(asked, form)),
        AnswerShape.None => null,
        _ => Texts(asked, form) is { } texts ? Answer.Of(asked.Text, texts) : null,
    };

    private static Dictionary<string, string>? Texts(AskedQuestion asked, IFormCollection form)
    {
        var sent = asked.Text.Fields()
            .Select(field => (field.Key, Texts: Strings(form, NameOf(asked.Number, asked.Text, field))))
            .ToList();
        return sent.Any(s => s.Texts.Count > 1) ? null : sent.ToDictionary(s => s.Key, s => s.Texts.SingleOrDefault(""));
    }

    /// <summary>By the numbers given, where any is; equal ones, and those without, as they stood on the page.</summary>
    private static List<string> Order(AskedQuestion asked, IFormCollection form)
    {
        var keys = asked.Options.Select(o => o.Key).ToList();
        if (!keys.Exists(key => form.ContainsKey(RankOf(asked.Number, key)))) return Strings(form, NameOf(asked.Number));

        var ranks = keys.ToDictionary(key => key, key => int.TryParse(form[RankOf(asked.Number, key)], out var rank) ? rank : int.MaxValue);
        return ranks.Values.All(rank => rank == int.MaxValue) ? [] : [.. keys.OrderBy(key => ranks[key])];
    }

    private static List<string> Strings(IFormCollection form, string name) => [.. form[name].OfType<string>()];
}
