using System.Reflection;

namespace Academy.Domain.Auditing;

/// <summary>Finds what the slices declare for the trail.</summary>
internal static class Declared
{
    /// <summary>The values of all static fields of that type, in the order of their declaration.</summary>
    public static IReadOnlyList<T> Of<T>() => [.. FieldsOf<T>().Select(field => (T)field.GetValue(null)!)];

    /// <summary>The same by the name of the class that declares them.</summary>
    public static ILookup<string, T> ByTrail<T>() =>
        FieldsOf<T>().ToLookup(field => field.DeclaringType!.Name, field => (T)field.GetValue(null)!);

    private static IEnumerable<FieldInfo> FieldsOf<T>() =>
        from type in typeof(Declared).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public)
        where field.FieldType == typeof(T)
        select field;
}
