using System.Text.Json;
using System.Text.Json.Nodes;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;

namespace Academy.Web.Pages.Quizzes;

/// <summary>The inputs of a slot: <c>slot-3</c> where there is one place to answer, <c>slot-3-2</c> for the second of several.</summary>
public static class AnswerInputs
{
    public static string NameOf(int slot) => FormattableString.Invariant($"slot-{slot}");

    public static string NameOf(int slot, string key) => $"{NameOf(slot)}-{key}";

    /// <summary>The number that somebody without script gives a thing to put in order.</summary>
    public static string RankOf(int slot, string key) => FormattableString.Invariant($"order-{slot}-{key}");

    public static string NameOf(Slot slot, AnswerField field) =>
        slot.Question.Shape == AnswerShape.Fields ? NameOf(slot.Number, field.Key) : NameOf(slot.Number);

    public static Answer? Read(QuestionText question, int slot, JsonElement value) => Answer.Read(question, value, NameOf(slot, ""));

    /// <summary>A stored value as pages know it, by the names of their inputs.</summary>
    public static JsonNode? ValueOf(int slot, string? stored)
    {
        var value = stored is null ? null : JsonNode.Parse(stored);
        return value is JsonObject fields
            ? new JsonObject(fields.Select(field => KeyValuePair.Create(NameOf(slot, field.Key), field.Value?.DeepClone())))
            : value;
    }

    public static Answer? Read(Slot slot, IFormCollection form) => slot.Question.Shape switch
    {
        AnswerShape.Choice or AnswerShape.Choices => Answer.Of(slot.Question, Strings(form, NameOf(slot.Number))),
        AnswerShape.Order => Answer.Of(slot.Question, Order(slot, form)),
        AnswerShape.None => null,
        _ => Texts(slot, form) is { } texts ? Answer.Of(slot.Question, texts) : null,
    };

    private static Dictionary<string, string>? Texts(Slot slot, IFormCollection form)
    {
        var sent = slot.Question.Fields().Select(field => (field.Key, Texts: Strings(form, NameOf(slot, field)))).ToList();
        return sent.Any(s => s.Texts.Count > 1) ? null : sent.ToDictionary(s => s.Key, s => s.Texts.SingleOrDefault(""));
    }

    /// <summary>By the numbers given, where any is; equal ones, and those without, as they stood on the page.</summary>
    private static List<string> Order(Slot slot, IFormCollection form)
    {
        var keys = slot.Options.Select(o => o.Key).ToList();
        if (!keys.Exists(key => form.ContainsKey(RankOf(slot.Number, key)))) return Strings(form, NameOf(slot.Number));

        var ranks = keys.ToDictionary(key => key, key => int.TryParse(form[RankOf(slot.Number, key)], out var rank) ? rank : int.MaxValue);
        return ranks.Values.All(rank => rank == int.MaxValue) ? [] : [.. keys.OrderBy(key => ranks[key])];
    }

    private static List<string> Strings(IFormCollection form, string name) => [.. form[name].OfType<string>()];
}
