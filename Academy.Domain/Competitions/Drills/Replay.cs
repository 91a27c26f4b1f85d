namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// What a stream of keys comes to under the terms of its run. Nothing else goes into a result: whatever a page counts for itself is for
/// the eyes of whoever sits before it.
/// </summary>
public static class Replay
{
    /// <summary>The pace is told for stretches of so many milliseconds.</summary>
    public const int Stretch = 10_000;

    public static DrillResult Of(DrillTerms terms, IEnumerable<KeyStroke> stream)
    {
        var desk = new Desk(terms.Tasks());
        var hit = new List<KeyStroke>();
        foreach (var stroke in stream.Where(stroke => stroke.At <= terms.Discipline.Length.TotalMilliseconds))
        {
            if (desk.IsClear) break;
            desk.Press(stroke);
            hit.Add(stroke);
        }

        return new DrillResult(terms, desk.Outcomes, desk.Misses, hit.Count, desk.Typed, desk.Erasures, desk.Turns, PaceOf(hit));
    }

    private static IReadOnlyList<int> PaceOf(List<KeyStroke> hit)
    {
        if (hit.Count == 0) return [];

        var stretches = hit.CountBy(stroke => stroke.At / Stretch).ToDictionary();
        return [.. Enumerable.Range(0, stretches.Keys.Max() + 1).Select(stretch => stretches.GetValueOrDefault(stretch))];
    }
}
