using System.Text.Json;
using System.Text.Json.Serialization;

namespace Academy.Domain.Questions.Texts;

/// <summary>Keeps a plain text as a string and a formatted one as an object of both its forms.</summary>
internal sealed class ProseJson : JsonConverter<Prose>
{
    private sealed record Formatted(string Plain, string Html);

    public override Prose? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return Prose.OfPlain(reader.GetString()!);
        var formatted = JsonSerializer.Deserialize<Formatted>(ref reader, options)!;
        return new Prose(formatted.Plain, formatted.Html);
    }

    public override void Write(Utf8JsonWriter writer, Prose value, JsonSerializerOptions options)
    {
        if (value.Html is null) writer.WriteStringValue(value.Plain);
        else JsonSerializer.Serialize(writer, new Formatted(value.Plain, value.Html), options);
    }
}
