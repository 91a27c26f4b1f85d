using Academy.Domain.Competitions.Drills;

namespace Academy.Tests.Competitions;

/// <summary>Somebody before a drill, and a machine that passes on what they hit.</summary>
internal static class Typist
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 6, 0, 3, TimeSpan.Zero);

    public const long Seed = 20261124;

    public static readonly DrillTerms SlipSums = new(Discipline.SlipSums, Seed);
    public static readonly DrillTerms SlipHundred = new(Discipline.SlipHundred, Seed);
    public static readonly DrillTerms Keypad = new(Discipline.Keypad, Seed);

    /// <summary>The keys of a task as they should be.</summary>
    public static string KeysOf(DrillTask task) => string.Concat(task.Fields.Select(field => field.Keys + KeyStroke.Enter));

    public static string KeysOf(DrillTerms terms, int tasks) => string.Concat(terms.Tasks().Take(tasks).Select(KeysOf));

    /// <summary>Keys at so many a second, the times between them as people have them.</summary>
    public static List<KeyStroke> Hit(string keys, double perSecond, int seed = 1, int from = 400)
    {
        var (random, at, strokes) = (new Random(seed), (double)from, new List<KeyStroke>());
        foreach (var key in keys)
        {
            strokes.Add(new KeyStroke((int)at, key));
            at += 1_000 / perSecond * (0.5 + random.NextDouble());
        }

        return strokes;
    }

    /// <summary>Keys one after the other, a tenth of a second apart or as said.</summary>
    public static List<KeyStroke> Evenly(string keys, int apart = 100) =>
        [.. keys.Select((key, i) => new KeyStroke((i + 1) * apart, key))];

    /// <summary>As a page sends them: what was hit in a second, a moment later.</summary>
    public static List<ReceivedKeys> Send(IEnumerable<KeyStroke> strokes, int latency = 80) =>
        [.. strokes.GroupBy(stroke => stroke.At / 1_000)
            .Select(second => new ReceivedKeys(Start.AddMilliseconds(((second.Key + 1) * 1_000) + latency), [.. second]))];
}
