using System.Text.RegularExpressions;

namespace Academy.Tests.Conventions;

/// <summary>The attempt's scripts say only texts that the server sends, and the server sends no others.</summary>
public sealed partial class ScriptTextRules
{
    private static readonly string Scripts = string.Concat(
        Directory.GetFiles(Repository.File("Academy.Web", "wwwroot", "js", "attempt"), "*.js")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText));

    // The kinds of the band: say(`${kind}Title`) and say(`${kind}Detail`).
    private static readonly string[] Kinds = ["lost", "trouble", "signedOut", "conflict", "invalid", "missing"];

    private static readonly HashSet<string> Sent =
    [
        .. TextFile.Named("QuizzesTexts").Chinese.Keys
            .Where(key => key.StartsWith("Js.", StringComparison.Ordinal))
            .Select(key => char.ToLowerInvariant(key[3]) + key[4..]),
    ];

    [Fact]
    public void Every_text_that_a_script_says_is_sent()
    {
        Assert.NotEmpty(Said);
        Assert.Empty(Said.Except(Sent));
    }

    [Fact]
    public void Every_text_that_is_sent_is_said() => Assert.DoesNotContain(
        Sent.Except(Said), key => !Scripts.Contains($"'{key}'", StringComparison.Ordinal));

    private static IEnumerable<string> Said =>
        SayArgument()
            .Matches(Scripts)
            .SelectMany(say => Literal().Matches(say.Value))
            .SelectMany(literal => Become(literal.Groups["text"].Value))
            .Concat(Property().Matches(Scripts).Select(property => property.Groups["name"].Value))
            .Distinct();

    private static IEnumerable<string> Become(string literal) =>
        literal.Contains("${kind}", StringComparison.Ordinal) ? Kinds.Select(kind => literal.Replace("${kind}", kind)) : [literal];

    /// <summary>The first argument of a call, with both keys of a choice.</summary>
    [GeneratedRegex(@"\bsay\([^,()]*")]
    private static partial Regex SayArgument();

    [GeneratedRegex(@"(?<=\(|[?:]\s*)['`](?<text>[^'`]+)['`]")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<!/)\btexts\.(?<name>[a-z]\w*)")]
    private static partial Regex Property();
}
