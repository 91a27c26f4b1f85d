namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// What a stream of keys comes to under the terms of its run. Nothing else goes into a result: whatever a page counts for itself is for
/// the eyes of whoever sits before it.
/// </summary>
public static class Replay
{
    /// <summary>The pace is told for stretches of so many milliseconds.</summary>
    public const int Stretch = 10_000;

    public static DrillResult Of(DrillTerms terms, IEnumerable<KeyStroke> stream) =>
        terms.Discipline.Kind == DrillKind.Typing ? OfText(terms, stream) : OfKeys(terms, stream);

    public static KeyedResult OfKeys(DrillTerms terms, IEnumerable<KeyStroke> stream)
    {
        var desk = new Desk(terms.Tasks());
        var hit = new List<KeyStroke>();
        foreach (var stroke in InTime(terms, stream))
        {
            if (desk.IsClear) break;
            desk.Press(stroke);
            hit.Add(stroke);
        }

        return new KeyedResult(terms, desk.Outcomes, desk.Misses, hit.Count, desk.Typed, desk.Erasures, desk.Turns, PaceOf(hit))
        {
            Waits = desk.Waits,
        };
    }

    public static TypedResult OfText(DrillTerms terms, IEnumerable<KeyStroke> stream)
    {
        var (passage, strokes) = (terms.Text ?? "", InTime(terms, stream).ToList());
        var written = new TypedText(passage.Length);
        strokes.ForEach(stroke => written.Take(stroke.Key));
        var pace = PaceOf(strokes.FindAll(stroke => stroke.IsWritten));
        return new TypedResult(terms, Alignment.Of(passage, written.Text), strokes.Count, written.Erasures, written.Refusals, pace);
    }

    private static IEnumerable<KeyStroke> InTime(DrillTerms terms, IEnumerable<KeyStroke> stream) =>
        stream.Where(stroke => stroke.At <= terms.Discipline.Length.TotalMilliseconds);

    private static IReadOnlyList<int> PaceOf(List<KeyStroke> hit)
    {
        if (hit.Count == 0) return [];

        var stretches = hit.CountBy(stroke => stroke.At / Stretch).ToDictionary();
        return [.. Enumerable.Range(0, stretches.Keys.Max() + 1).Select(stretch => stretches.GetValueOrDefault(stretch))];
    }
}
