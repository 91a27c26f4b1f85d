using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Academy.Domain.Auditing;

/// <summary>Reads the facts of an object, its public properties, as text that stays readable for years.</summary>
public static class Facts
{
    /// <summary>How the trail keeps an instant, in UTC.</summary>
    public const string InstantFormat = "u";

    /// <summary>How the trail keeps how long something takes: of less than a day, and of more.</summary>
    public static readonly IReadOnlyList<string> LengthFormats = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss"];

    internal static readonly IReadOnlyDictionary<string, string?> None = new Dictionary<string, string?>();

    private static readonly List<PropertyInfo> Declared =
        [.. typeof(Facts).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IFacts))).SelectMany(type => type.GetProperties())];

    /// <summary>What the facts that the slices declare are called.</summary>
    public static IReadOnlySet<string> Names { get; } = Declared.Select(property => property.Name).ToHashSet();

    /// <summary>The states that a fact can name: yes and no, and those of the enumerations among the facts.</summary>
    public static IReadOnlySet<string> States { get; } = Declared
        .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
        .SelectMany(StatesOf)
        .ToHashSet();

    /// <summary>Both sides without what is equal; one side alone is kept whole.</summary>
    internal static (IReadOnlyDictionary<string, string?> Before, IReadOnlyDictionary<string, string?> After) Differing(
        IFacts? before, IFacts? after)
    {
        var (left, right) = (Of(before), Of(after));
        if (before is null || after is null) return (left, right);

        var differing = left.Keys.Union(right.Keys).Where(name => left.GetValueOrDefault(name) != right.GetValueOrDefault(name)).ToList();
        return (Only(left, differing), Only(right, differing));
    }

    internal static IReadOnlyDictionary<string, string?> With(IReadOnlyDictionary<string, string?> facts, string name, string value) =>
        new Dictionary<string, string?>(facts) { [name] = value };

    private static string[] StatesOf(Type type)
    {
        if (type == typeof(bool)) return [bool.TrueString, bool.FalseString];
        return type.IsEnum ? Enum.GetNames(type) : [];
    }

    private static Dictionary<string, string?> Of(IFacts? facts) => facts is null
        ? []
        : facts.GetType().GetProperties().ToDictionary(property => property.Name, property => TextOf(property.GetValue(facts)));

    private static Dictionary<string, string?> Only(Dictionary<string, string?> facts, List<string> names) =>
        names.Where(facts.ContainsKey).ToDictionary(name => name, name => facts[name]);

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTimeOffset instant => instant.ToString(InstantFormat, CultureInfo.InvariantCulture),
        TimeSpan length => length.ToString(LengthFormats[length.Days == 0 ? 0 : 1], CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable several => string.Join(", ", several.Cast<object?>().Select(TextOf)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
