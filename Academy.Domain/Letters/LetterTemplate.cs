using System.Text.RegularExpressions;

namespace Academy.Domain.Letters;

/// <summary>Words with names in braces, such as {title}, that stand for what a letter is about.</summary>
public static partial class LetterTemplate
{
    public static IEnumerable<string> NamesIn(string template) => Name().Matches(template).Select(match => match.Groups["name"].Value);

    /// <summary>A name that stands for nothing stays as it is.</summary>
    public static string Fill(string template, Func<string, string?> meaning) =>
        Name().Replace(template, match => meaning(match.Groups["name"].Value) ?? match.Value);

    [GeneratedRegex(@"\{(?<name>[^{}]{0,40})\}")]
    private static partial Regex Name();
}
