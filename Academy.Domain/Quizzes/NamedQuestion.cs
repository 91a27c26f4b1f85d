using System.Globalization;

namespace Academy.Domain.Quizzes;

/// <summary>A question that a section names: by its key for whatever version is in force, as <c>key@2</c> for that version.</summary>
public readonly record struct NamedQuestion(string Key, int? Number)
{
    public static NamedQuestion Read(string named) =>
        named.LastIndexOf('@') is > 0 and var at && int.TryParse(named.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(named[..at], number)
            : new(named, null);

    public override string ToString() => Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Key}@{number}") : Key;
}
