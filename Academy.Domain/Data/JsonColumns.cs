using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Data;

/// <summary>Immutable values kept as one JSON column, Chinese left readable.</summary>
public static class JsonColumns
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The text that a value is kept as; equal values have equal texts.</summary>
    public static string TextOf<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => TextOf(value),
        json => JsonSerializer.Deserialize<T>(json, Options)!,
        new ValueComparer<T>(
            (a, b) => ReferenceEquals(a, b) || TextOf(a) == TextOf(b),
            value => TextOf(value).GetHashCode(StringComparison.Ordinal),
            value => value));
}
