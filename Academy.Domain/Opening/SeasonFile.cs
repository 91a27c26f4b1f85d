using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using YamlDotNet.Core;

namespace Academy.Domain.Opening;

/// <summary>Reads how the results of each quarter add up.</summary>
public static class SeasonFile
{
    private const string Name = "standings/season.yaml";

    /// <summary>Content without the file has the usual rule for all quarters.</summary>
    /// <exception cref="ContentException">The file cannot be read, and why.</exception>
    public static SeasonRules Read(string contentDirectory)
    {
        var path = Path.Combine(contentDirectory, Name);
        if (!File.Exists(path)) return new SeasonRules([]);

        try
        {
            return new SeasonRules([.. (Yaml.Read<List<Rule>>(File.ReadAllText(path)) ?? []).Select(RuleOf)]);
        }
        catch (Exception failure) when (failure is YamlException or FormatException)
        {
            throw new ContentException(Name, failure.Message, failure);
        }
    }

    private static (Quarter From, SeasonTerms Terms) RuleOf(Rule rule)
    {
        var from = Quarter.Named(rule.From) ?? throw new FormatException($"{rule.From} is no quarter.");
        var terms = new SeasonTerms(rule.Best == 0 ? null : rule.Best, new TeamTerms(rule.BranchBest, rule.BranchFloor));
        return terms.IsPossible ? (from, terms) : throw new FormatException($"the rule from {rule.From} on counts too few or too many.");
    }

    private sealed class Rule
    {
        public required string From { get; init; }

        /// <summary>0 for all.</summary>
        public required int Best { get; init; }
        public required int BranchBest { get; init; }
        public required int BranchFloor { get; init; }
    }
}
