using System.Globalization;
using System.Text.RegularExpressions;

namespace Academy.Domain.Quizzes;

/// <summary>
/// How a blueprint names a question: by its key, or by one of its versions as <c>key@3</c>. Without one the version in
/// force is meant.
/// </summary>
public sealed partial record QuestionName(string Key, int? Version)
{
    public static QuestionName Parse(string name)
    {
        var pinned = Pinned().Match(name);
        if (!pinned.Success) return new(name, null);
        return new(pinned.Groups[1].Value, int.Parse(pinned.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    public override string ToString() => Version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Key}@{number}") : Key;

    [GeneratedRegex(@"^(.+)@(\d{1,9})$")]
    private static partial Regex Pinned();
}
