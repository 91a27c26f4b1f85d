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

    /// <summary>Passages as they are shipped.</summary>
    public static readonly IReadOnlyList<Passage> Passages =
        [.. Directory.GetFiles(Repository.File("content", "drills", "typing")).Order().Select(File.ReadAllText).Select(Passage.Read)];

    public static readonly DrillTerms Text = new Passages(() => Passages).TermsOf(Discipline.Typing, Seed);

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

    /// <summary>
    /// A text as an input method gives it, in phrases of up to so many characters and so many characters a minute.
    /// </summary>
    public static List<KeyStroke> Phrases(string text, double perMinute, int longest = 4, int seed = 1, int from = 400)
    {
        var (random, at, strokes) = (new Random(seed), (double)from, new List<KeyStroke>());
        for (var place = 0; place < text.Length;)
        {
            var phrase = text[place..Math.Min(text.Length, place + random.Next(1, longest + 1))];
            strokes.AddRange(phrase.Select(character => new KeyStroke((int)at, Taken(character))));
            at += phrase.Length * 60_000 / perMinute * (0.5 + random.NextDouble());
            place += phrase.Length;
        }

        return strokes;
    }

    /// <summary>How a character of a text is taken down.</summary>
    public static char Taken(char character) => character switch { '\n' => Sign.Break, ' ' => Sign.Space, _ => character };

    /// <summary>Keys one after the other, a tenth of a second apart or as said.</summary>
    public static List<KeyStroke> Evenly(string keys, int apart = 100) =>
        [.. keys.Select((key, i) => new KeyStroke((i + 1) * apart, key))];

    /// <summary>As a page sends them: what was hit in a second, a moment later.</summary>
    public static List<ReceivedKeys> Send(IEnumerable<KeyStroke> strokes, int latency = 80) =>
        [.. strokes.GroupBy(stroke => stroke.At / 1_000)
            .Select(second => new ReceivedKeys(Start.AddMilliseconds(((second.Key + 1) * 1_000) + latency), [.. second]))];
}
