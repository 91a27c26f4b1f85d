using System.Text.RegularExpressions;

namespace Academy.Tests.Conventions;

/// <summary>A key that the source gives to a localizer; <c>T[$"Refusal.{refusal}"]</c> is the composed key <c>Refusal.{}</c>.</summary>
public sealed partial record TextUse(SourceFile File, TextFile Texts, string Key)
{
    public static readonly IReadOnlyList<TextUse> All =
    [
        .. from file in SourceFile.All
           where !file.IsIn("Academy.Tests")
           from Match use in Localizer().Matches(file.Text)
           let texts = TextFile.Behind(use.Groups["localizer"].Value, file)
           where texts is not null
           from key in KeysIn(FirstArgument(file.Text, use.Index + use.Length))
           select new TextUse(file, texts, key),
    ];

    public bool IsComposed => Key.Contains("{}", StringComparison.Ordinal);

    /// <summary>The composed keys of a text, wherever they are put together.</summary>
    public static IEnumerable<string> TemplatesIn(string text) =>
        Literal().Matches(text).Where(m => m.Groups["dollar"].Length > 0).Select(KeyOf);

    /// <summary>Both keys of <c>T[isUp ? "Results.Up" : "Results.Down", difference]</c>.</summary>
    private static IEnumerable<string> KeysIn(string expression) => Literal().Matches(expression).Select(KeyOf);

    private static string KeyOf(Match literal) =>
        literal.Groups["dollar"].Length > 0 ? Hole().Replace(literal.Groups["text"].Value, "{}") : literal.Groups["text"].Value;

    /// <summary>From behind the opening bracket to the comma or bracket that ends the argument.</summary>
    private static string FirstArgument(string text, int start)
    {
        var depth = 0;
        for (var at = start; ; at++)
        {
            if (Literal().Match(text, at) is { Success: true } literal && literal.Index == at) at += literal.Length - 1;
            else if (text[at] is '(' or '[') depth++;
            else if (depth == 0 && text[at] is ',' or ']') return text[start..at];
            else if (text[at] is ')' or ']') depth--;
        }
    }

    [GeneratedRegex(@"(?<![\w.])(?<localizer>[A-Z]|words)\[")]
    private static partial Regex Localizer();

    [GeneratedRegex("(?<dollar>\\$?)\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
