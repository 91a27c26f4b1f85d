using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Asking;

/// <summary>
/// The inputs of a slot: <c>slot-3</c> where there is one place to answer, <c>slot-3-2</c> for the second of several. Here answers
/// pass between pages, which have <see cref="PaperKeys"/>, and the store, which has the bank's.
/// </summary>
public static class AnswerInputs
{
    public static string NameOf(int slot) => FormattableString.Invariant($"slot-{slot}");

    public static string NameOf(int slot, string key) => $"{NameOf(slot)}-{key}";

    /// <summary>Which answer stood there when the page was made.</summary>
    public static string RevisionOf(int slot) => FormattableString.Invariant($"revision-{slot}");

    /// <summary>The number that somebody without script gives a thing to put in order.</summary>
    public static string RankOf(int slot, string paperKey) => FormattableString.Invariant($"order-{slot}-{paperKey}");

    public static string NameOf(int slot, QuestionText question, AnswerField field) =>
        question.Shape == AnswerShape.Fields ? NameOf(slot, field.Key) : NameOf(slot);

    /// <summary>The slot that an input belongs to; null when it is of none.</summary>
    public static int? SlotOf(string name) =>
        name.Split('-') is ["slot" or "order" or "revision", var number, ..]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var slot) ? slot : null;

    /// <summary>Reads the value that a script sends; null when it is no answer to what is asked.</summary>
    public static Answer? Read(AskedQuestion asked, JsonElement value) =>
        GivenAnswer.Read(asked.Text.Shape, value, NameOf(asked.Number, "")) is { } given ? AnswerOf(asked, given) : null;

    /// <summary>Reads the inputs of a form; null when they are no answer to what is asked.</summary>
    public static Answer? Read(AskedQuestion asked, IFormCollection form) =>
        GivenOn(form, asked) is { } given ? AnswerOf(asked, given) : null;

    /// <summary>What stands in the places of a form, though it may be no answer; null where nothing is filled in but chosen.</summary>
    public static Answer? Typed(AskedQuestion asked, IFormCollection form)
    {
        if (asked.Text.Shape == AnswerShape.Order && RanksOn(form, asked) is { } ranks) return Answer.Unfit(ranks);
        if (asked.Text.Shape is not (AnswerShape.Text or AnswerShape.Fields)) return null;
        return Answer.Unfit(asked.Text.Fields()
            .Select(field => (field.Key, Text: form[NameOf(asked.Number, asked.Text, field)].FirstOrDefault() ?? ""))
            .ToDictionary(typed => typed.Key, typed => BankTextOf(asked, typed.Key, typed.Text) ?? ""));
    }

    /// <summary>What was answered as pages know it: by the names of their inputs, with the keys of the paper in their order.</summary>
    public static JsonNode? ValueOf(AskedQuestion asked)
    {
        if (asked.Answer is not { IsEmpty: false } answer) return null;

        var options = asked.Options.ToList();
        var keys = answer.Keys.Select(options.PaperKeyOf);
        var texts = asked.Text.Fields().Where(field => answer.In(field.Key).Length > 0)
            .Select(field => (field.Key, Text: TextOf(asked, field, answer.In(field.Key))));
        return asked.Text.Shape switch
        {
            AnswerShape.Choice => keys.Single(),
            AnswerShape.Choices => Array(options.Where(o => answer.Keys.Contains(o.Key)).Select(o => options.PaperKeyOf(o.Key))),
            AnswerShape.Order => Array(keys),
            AnswerShape.Text => texts.Single().Text,
            _ => new JsonObject(texts.Select(text => KeyValuePair.Create(NameOf(asked.Number, text.Key), (JsonNode?)text.Text))),
        };
    }

    private static JsonArray Array(IEnumerable<string> keys) => [.. keys.Select(key => JsonValue.Create(key))];

    private static string TextOf(AskedQuestion asked, AnswerField field, string text) =>
        field.IsChosen ? asked.ChoicesOf(field).PaperKeyOf(text) : text;

    /// <summary>From the keys of the paper to those of the bank.</summary>
    private static Answer? AnswerOf(AskedQuestion asked, GivenAnswer given)
    {
        var options = asked.Options.ToList();
        var keys = given.Keys.Select(options.BankKeyOf).ToList();
        var texts = given.Texts.ToDictionary(text => text.Key, text => BankTextOf(asked, text.Key, text.Value));
        return keys.Contains(null) || texts.ContainsValue(null)
            ? null
            : Answer.Of(asked.Text, new GivenAnswer([.. keys.OfType<string>()], texts.ToDictionary(text => text.Key, text => text.Value!)));
    }

    /// <summary>What is chosen by its key of the bank, what is typed as it is; null where there is no such key.</summary>
    private static string? BankTextOf(AskedQuestion asked, string place, string text)
    {
        var field = asked.Text.Fields().FirstOrDefault(field => field.Key == place);
        return field is { IsChosen: true } && text.Length > 0 ? asked.ChoicesOf(field).BankKeyOf(text) : text;
    }

    private static GivenAnswer? GivenOn(IFormCollection form, AskedQuestion asked) => asked.Text.Shape switch
    {
        AnswerShape.Choice or AnswerShape.Choices => GivenAnswer.Chosen(Strings(form, NameOf(asked.Number))),
        AnswerShape.Order => Order(asked, form) is { } order ? GivenAnswer.Chosen(order) : null,
        AnswerShape.None => null,
        _ => Texts(asked, form) is { } texts ? GivenAnswer.Typed(texts) : null,
    };

    private static Dictionary<string, string>? Texts(AskedQuestion asked, IFormCollection form)
    {
        var sent = asked.Text.Fields()
            .Select(field => (field.Key, Texts: Strings(form, NameOf(asked.Number, asked.Text, field))))
            .ToList();
        return sent.Any(s => s.Texts.Count > 1) ? null : sent.ToDictionary(s => s.Key, s => s.Texts.SingleOrDefault(""));
    }

    /// <summary>By the numbers given, where any is; null when they are no order, because one is missing or stands twice.</summary>
    private static List<string>? Order(AskedQuestion asked, IFormCollection form)
    {
        if (RanksOn(form, asked) is not { } given) return Strings(form, NameOf(asked.Number));

        var ranks = given.ToDictionary(rank => asked.Options.ToList().PaperKeyOf(rank.Key), rank => rank.Value);
        if (ranks.Values.All(rank => rank.Length == 0)) return [];

        var places = Enumerable.Range(1, ranks.Count).Select(place => place.ToString(CultureInfo.InvariantCulture));
        var order = places.Select(place => ranks.FirstOrDefault(rank => rank.Value == place).Key).ToList();
        return order.Contains(null!) ? null : order;
    }

    /// <summary>
    /// The numbers that somebody without script has given, by the keys of the bank; null where the form has no place for them.
    /// </summary>
    private static Dictionary<string, string>? RanksOn(IFormCollection form, AskedQuestion asked)
    {
        var options = asked.Options.ToList();
        var names = options.ToDictionary(option => option.Key, option => RankOf(asked.Number, options.PaperKeyOf(option.Key)));
        return names.Values.Any(form.ContainsKey) ? names.ToDictionary(name => name.Key, name => form[name.Value].ToString()) : null;
    }

    private static List<string> Strings(IFormCollection form, string name) => [.. form[name].OfType<string>()];
}
