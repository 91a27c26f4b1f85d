using Academy.Domain.Questions.Versions;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>A section that there are too few questions for.</summary>
/// <param name="Section">Its place in the blueprint, from 0.</param>
/// <param name="Wanted">How many it asks for.</param>
/// <param name="There">How many are certainly left for it.</param>
/// <param name="Missing">The questions it names that are not approved or not in use.</param>
public sealed record Shortage(int Section, int Wanted, int There, IReadOnlyList<string> Missing);

/// <summary>Whether everybody who starts is sure to get a whole paper, however the draws fall.</summary>
public static class Supply
{
    /// <param name="blueprint">How the paper is made.</param>
    /// <param name="approved">The versions in force of its banks and named questions, and the versions that it pins; of questions in use.</param>
    public static IReadOnlyList<Shortage> Shortages(this Blueprint blueprint, IReadOnlyCollection<QuestionVersion> approved)
    {
        var inForce = approved.Where(v => v.IsCurrent).ToList();
        var named = blueprint.Sections.SelectMany(s => s.Questions).Select(question => QuestionName.Parse(question).Key).ToHashSet();
        var pools = blueprint.Sections.Select(s => s.IsFixed ? [] : inForce.Where(v => s.Holds(v) && !named.Contains(v.Question.Key)).Select(v => v.QuestionId).ToHashSet()).ToList();
        return [.. blueprint.Sections.Index().Select(s => s.Item.IsFixed ? Named(s.Index, s.Item, approved, inForce) : Drawn(s.Index, blueprint.Sections, pools)).OfType<Shortage>()];
    }

    private static Shortage? Named(int index, Section section, IReadOnlyCollection<QuestionVersion> approved, List<QuestionVersion> inForce)
    {
        var missing = section.Questions.Where(question => QuestionName.Parse(question) is var named && !(named.Version is { } number
            ? approved.Any(v => v.Question.Key == named.Key && v.Number == number)
            : inForce.Any(v => v.Question.Key == named.Key))).ToList();
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
