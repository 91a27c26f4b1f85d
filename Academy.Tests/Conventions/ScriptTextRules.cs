using System.Text.RegularExpressions;

namespace Academy.Tests.Conventions;

/// <summary>The scripts of a page say only texts that the server sends, and the server sends no others.</summary>
public sealed partial class ScriptTextRules
{
    /// <summary>What the holes of composed keys can become: say(`${kind}Title`) of the band, say(`row${row}`) of a slip.</summary>
    private static readonly Dictionary<string, Dictionary<string, string[]>> Holes = new()
    {
        ["attempt"] = new() { ["${kind}"] = ["lost", "trouble", "signedOut", "conflict", "invalid", "missing"] },
        ["drill"] = new() { ["${kind}"] = ["lost", "trouble", "signedOut", "conflict"], ["${row}"] = ["1", "2", "3", "4", "5"] },
    };

    [Theory]
    [InlineData("attempt", "QuizzesTexts")]
    [InlineData("drill", "DrillsTexts")]
    public void Every_text_that_a_script_says_is_sent(string folder, string texts)
    {
        Assert.NotEmpty(Said(folder));
        Assert.Empty(Said(folder).Except(Sent(texts)));
    }

    [Theory]
    [InlineData("attempt", "QuizzesTexts")]
    [InlineData("drill", "DrillsTexts")]
    public void Every_text_that_is_sent_is_said(string folder, string texts) => Assert.DoesNotContain(
        Sent(texts).Except(Said(folder)), key => !Scripts(folder).Contains($"'{key}'", StringComparison.Ordinal));

    private static string Scripts(string folder) => string.Concat(
        Directory.GetFiles(Repository.File("Academy.Web", "wwwroot", "js", folder), "*.js")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText));

    private static HashSet<string> Sent(string texts) =>
    [
        .. TextFile.Named(texts).Chinese.Keys
            .Where(key => key.StartsWith("Js.", StringComparison.Ordinal))
            .Select(key => char.ToLowerInvariant(key[3]) + key[4..]),
    ];

    private static IEnumerable<string> Said(string folder) =>
        SayArgument()
            .Matches(Scripts(folder))
            .SelectMany(say => Literal().Matches(say.Value))
            .SelectMany(literal => Become(literal.Groups["text"].Value, Holes[folder]))
            .Concat(Property().Matches(Scripts(folder)).Select(property => property.Groups["name"].Value))
            .Distinct();

    private static IEnumerable<string> Become(string literal, Dictionary<string, string[]> holes)
    {
        var hole = holes.Keys.FirstOrDefault(hole => literal.Contains(hole, StringComparison.Ordinal));
        return hole is null ? [literal] : holes[hole].Select(value => literal.Replace(hole, value));
    }

    /// <summary>The first argument of a call, with both keys of a choice.</summary>
    [GeneratedRegex(@"\bsay\([^,()]*")]
    private static partial Regex SayArgument();

    [GeneratedRegex(@"(?<=\(|[?:]\s*)['`](?<text>[^'`]+)['`]")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<!/)\btexts\.(?<name>[a-z]\w*)")]
    private static partial Regex Property();
}
