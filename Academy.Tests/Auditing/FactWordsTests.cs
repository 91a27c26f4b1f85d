using System.Text.RegularExpressions;
using Academy.Domain.Auditing;
using Academy.Tests.Conventions;
using Academy.Web.Pages.Auditing;

namespace Academy.Tests.Auditing;

/// <summary>Whatever the slices write into the trail has its words on the page.</summary>
public sealed partial class FactWordsTests
{
    [Fact]
    public void Every_fact_that_is_written_has_words() => Assert.Empty(
        from file in SourceFile.All
        where file.IsIn("Academy.Domain")
            && !file.IsIn("Academy.Domain/Auditing")
            && file.Text.Contains("AuditEntry(", StringComparison.Ordinal)
        from fact in FactsIn(file.Text)
        where !AuditWords.Facts.Contains(fact)
        select $"{file.Path} writes {fact}");

    [Fact]
    public void Every_fact_of_a_record_of_facts_has_words() => Assert.Empty(
        from facts in typeof(IFacts).Assembly.GetTypes()
        where facts.IsClass && facts.IsAssignableTo(typeof(IFacts))
        from fact in facts.GetProperties()
        where !AuditWords.Facts.Contains(fact.Name)
        select $"{facts.Name} tells {fact.Name}");

    [Fact]
    public void Facts_are_found_however_they_are_written() => Assert.Equal(
        ["Name", "Branch", "Left", "Title", "Kind"],
        FactsIn("db.Add(new AuditEntry(a, b, null, new { person.Name, Branch = Of(x, y), Left = n }));\n"
            + "var before = new { known.Title };\nprivate sealed record BranchFacts(BranchKind Kind);"));

    private static IEnumerable<string> FactsIn(string source) => Anonymous(source).Concat(Records().Matches(source)
        .SelectMany(record => Parameter().Matches(record.Groups["parameters"].Value)).Select(parameter => parameter.Groups["name"].Value));

    private static IEnumerable<string> Anonymous(string source) =>
        from statement in source.Split(';')
        where Writing().IsMatch(statement)
        from Match facts in Objects().Matches(statement)
        from part in TopLevel(facts.Groups["facts"].Value)
        select part.Contains('=', StringComparison.Ordinal)
            ? part[..part.IndexOf('=', StringComparison.Ordinal)].Trim()
            : part.Trim().Split('.')[^1];

    private static IEnumerable<string> TopLevel(string facts)
    {
        var (depth, start) = (0, 0);
        for (var at = 0; at <= facts.Length; at++)
        {
            if (at < facts.Length && "([{".Contains(facts[at], StringComparison.Ordinal)) depth++;
            else if (at < facts.Length && ")]}".Contains(facts[at], StringComparison.Ordinal)) depth--;
            else if (at == facts.Length || (depth == 0 && facts[at] == ','))
            {
                if (!string.IsNullOrWhiteSpace(facts[start..at])) yield return facts[start..at];
                start = at + 1;
            }
        }
    }

    [GeneratedRegex(@"(?<!\.)\b(?:AuditEntry|Entry|Write|Record|Audit|Facts(?:Of)?)\s*\(|\bbefore\s*=")]
    private static partial Regex Writing();

    [GeneratedRegex(@"new\s*\{(?<facts>(?:[^{}]|(?<open>\{)|(?<-open>\}))*)\}")]
    private static partial Regex Objects();

    [GeneratedRegex(@"record \w*Facts\((?<parameters>[^)]*)\)")]
    private static partial Regex Records();

    [GeneratedRegex(@"(?<name>\w+)\s*(?:,|$)")]
    private static partial Regex Parameter();
}
