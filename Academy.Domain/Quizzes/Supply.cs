using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>A version that a paper may ask. Drawing takes no more than this; texts are read for what was drawn.</summary>
public readonly record struct Candidate(long QuestionId, long VersionId);

/// <summary>A version that may be what a name means.</summary>
public sealed record NamedVersion(
    string Key, int Number, bool IsCurrent, QuestionType Type, string Bank, long QuestionId, long VersionId)
{
    public bool IsMeantBy(QuestionName name) =>
        Type != QuestionType.Description && Key == name.Key && (name.Version is null ? IsCurrent : name.Version == Number);
}

/// <summary>What a blueprint may ask now: for each section what it draws from, and what its names mean.</summary>
public sealed class Supply
{
    private readonly Dictionary<QuestionName, Candidate> named = [];

    /// <param name="blueprint">How the paper is made.</param>
    /// <param name="versions">The versions of the questions that it names.</param>
    /// <param name="pools">For each section what it may draw, one version of a question; empty where it names its questions.</param>
    public Supply(Blueprint blueprint, IReadOnlyCollection<NamedVersion> versions, IEnumerable<IReadOnlyCollection<Candidate>> pools)
    {
        foreach (var name in blueprint.Names.Distinct())
        {
            var naming = blueprint.Sections.Where(section => section.Names.Contains(name));
            if (versions.FirstOrDefault(v => v.IsMeantBy(name) && naming.All(section => section.NamesIn(v.Bank))) is { } meant)
                named[name] = new Candidate(meant.QuestionId, meant.VersionId);
        }

        var questions = versions.Select(version => version.QuestionId).ToHashSet();
        Pools = [.. pools.Select(pool => pool.Where(c => !questions.Contains(c.QuestionId)).OrderBy(c => c.QuestionId).ToArray())];
    }

    /// <summary>For each section what it may draw, without what another one names.</summary>
    public IReadOnlyList<IReadOnlyList<Candidate>> Pools { get; }

    /// <summary>All that may be asked.</summary>
    public IEnumerable<Candidate> All => named.Values.Concat(Pools.SelectMany(pool => pool));

    public bool Has(QuestionName name) => named.ContainsKey(name);

    /// <summary>What a section names, in its order, without what is not in use.</summary>
    public Candidate[] NamedBy(Section section) => [.. section.Names.Where(Has).Select(name => named[name])];
}

/// <summary>A section that there are too few questions for.</summary>
/// <param name="Section">Its place in the blueprint, from 0.</param>
/// <param name="Wanted">How many it asks for.</param>
/// <param name="There">How many are certainly left for it.</param>
/// <param name="Missing">The questions it names that are not approved, not in use or in another bank.</param>
public sealed record Shortage(int Section, int Wanted, int There, IReadOnlyList<string> Missing);

/// <summary>Whether everybody who starts is sure to get a whole paper, however the draws fall.</summary>
public static class Shortages
{
    public static IReadOnlyList<Shortage> ShortagesOf(this Blueprint blueprint, Supply supply)
    {
        var pools = supply.Pools.Select(pool => pool.Select(candidate => candidate.QuestionId).ToHashSet()).ToList();
        return
        [
            .. blueprint.Sections.Index()
                .Select(s => s.Item.IsFixed ? Named(s.Index, s.Item, supply) : Drawn(s.Index, blueprint.Sections, pools))
                .OfType<Shortage>(),
        ];
    }

    private static Shortage? Named(int index, Section section, Supply supply)
    {
        var missing = section.Names.Where(name => !supply.Has(name)).Select(name => name.ToString()).ToList();
        return missing.Count == 0 ? null : new Shortage(index, section.Count, section.Count - missing.Count, missing);
    }

    /// <summary>The sections before it may happen to draw what it shares with them.</summary>
    private static Shortage? Drawn(int index, IReadOnlyList<Section> sections, List<HashSet<long>> pools)
    {
        var lost = Enumerable.Range(0, index).Sum(before => Math.Min(sections[before].Draw, pools[before].Count(pools[index].Contains)));
        var there = Math.Max(0, pools[index].Count - lost);
        return there >= sections[index].Draw ? null : new Shortage(index, sections[index].Draw, there, []);
    }
}
