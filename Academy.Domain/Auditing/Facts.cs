using System.Collections;
using System.Globalization;

namespace Academy.Domain.Auditing;

/// <summary>Reads the facts of an object, its public properties, as text that stays readable for years.</summary>
internal static class Facts
{
    public static readonly IReadOnlyDictionary<string, string?> None = new Dictionary<string, string?>();

    /// <summary>Both sides without what is equal; one side alone is kept whole.</summary>
    public static (IReadOnlyDictionary<string, string?> Before, IReadOnlyDictionary<string, string?> After) Differing(
        object? before, object? after)
    {
        var (left, right) = (Of(before), Of(after));
        if (before is null || after is null) return (left, right);

        var differing = left.Keys.Union(right.Keys).Where(name => left.GetValueOrDefault(name) != right.GetValueOrDefault(name)).ToList();
        return (Only(left, differing), Only(right, differing));
    }

    private static Dictionary<string, string?> Of(object? facts) => facts is null
        ? []
        : facts.GetType().GetProperties().ToDictionary(property => property.Name, property => TextOf(property.GetValue(facts)));

    private static Dictionary<string, string?> Only(Dictionary<string, string?> facts, List<string> names) =>
        names.Where(facts.ContainsKey).ToDictionary(name => name, name => facts[name]);

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTimeOffset instant => instant.ToString("u", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable several => string.Join(", ", several.Cast<object?>().Select(TextOf)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
