using System.Text.Json.Serialization;

namespace Academy.Domain.Competitions.Drills;

public enum DoubtReason
{
    /// <summary>A key is said to be older than the one before it.</summary>
    WentBack,

    /// <summary>A key was received before the time at which it is said to have been hit.</summary>
    AheadOfClock,

    /// <summary>Less and less time passed in the stream than passed here.</summary>
    BehindClock,

    /// <summary>More keys than hands can hit.</summary>
    TooManyKeys,

    /// <summary>No two keys further apart than others.</summary>
    TooRegular,

    /// <summary>The rhythm of a stream that was sent before.</summary>
    SeenBefore,

    /// <summary>Something was to be pasted into a text, or dropped.</summary>
    Pasted,

    /// <summary>More characters at once than any phrase has.</summary>
    TooLongAtOnce,

    /// <summary>More characters than anybody types.</summary>
    TooManyCharacters,

    /// <summary>Most of it came when the time was over.</summary>
    AfterTheEnd,

    /// <summary>A sum is right whose slips were not keyed.</summary>
    NotKeyed,
}

/// <summary>Why a person should look at a run before its result counts. It is evidence, with its place, and no verdict.</summary>
/// <param name="Reason">What is the matter.</param>
/// <param name="At">Where, in milliseconds since the start.</param>
/// <param name="Extent">How much: milliseconds where it is about clocks, otherwise a number.</param>
public sealed record Doubt(DoubtReason Reason, int At, int Extent)
{
    [JsonIgnore]
    public bool IsOfClock => Reason is DoubtReason.WentBack or DoubtReason.AheadOfClock or DoubtReason.BehindClock;
}

/// <summary>Keys that came in one piece, and when the server had them.</summary>
public sealed record ReceivedKeys(DateTimeOffset ReceivedAt, IReadOnlyList<KeyStroke> Keys);

/// <summary>
/// What in a stream cannot be human or cannot have happened (存疑). Who is fast is not in doubt, nor a keyboard with a key for 00 or 000,
/// nor a machine that halts and then delivers two seconds of keys at once, nor an input method that gives whole phrases, nor a line that
/// was down for however long, unless most of what was hit in more than a minute came when the time was over: nobody has seen then how
/// long it took.
/// </summary>
public static class StreamDoubts
{
    /// <summary>Hands do not keep this up: the best typists come to 12 presses a second.</summary>
    private const int FastestPerSecond = 14;

    /// <summary>What a machine may hold back and deliver at once.</summary>
    private const int LongestHalt = 3_000;

    /// <summary>Noughts that follow each other faster than any finger come of one press, three at the most.</summary>
    private const int MacroGap = 25;
    private const int MacroKeys = 3;

    /// <summary>So much may the clock of a page be off, and so much may two sources of keys differ.</summary>
    private const int ClockSlack = 2_000;
    private const int OrderSlack = 250;

    /// <summary>Times between so many presses that vary by less than this share of their mean are a machine's; people's by 20 %.</summary>
    private const int PressesOfRhythm = 80;
    private const double LeastVariation = 0.03;

    /// <summary>Fewer pieces than these tell nothing about how the clocks went.</summary>
    private const int LeastPieces = 4;
    private const int LagSlack = 5_000;

    /// <summary>The last keys of a race come no later than this.</summary>
    private const int LongestOfRace = 15_000;

    /// <summary>What a line that was lost at the end has held back is no more than this.</summary>
    private const int LongestLateStretch = 60_000;

    private static readonly int[] Windows = [1_000, 10_000, 60_000];

    /// <summary>All that is in doubt, once for each reason, where it is worst.</summary>
    public static IReadOnlyList<Doubt> Of(Discipline discipline, DateTimeOffset startedAt, IReadOnlyList<ReceivedKeys> pieces)
    {
        var keys = pieces.SelectMany(piece => piece.Keys).ToList();
        var isText = discipline.Kind == DrillKind.Typing;
        var presses = (isText ? TextDoubts.PressesOf(keys) : PressesOf(keys)).Order().ToList();
        Doubt?[] found =
        [
            WentBack(keys), Ahead(startedAt, pieces), Behind(discipline, startedAt, pieces), Late(startedAt, discipline.Length, pieces),
            TooMany(presses), TooRegular(presses),
            .. isText ? TextDoubts.Of(keys) : [],
        ];
        return [.. found.OfType<Doubt>()];
    }

    private static Doubt? WentBack(List<KeyStroke> keys) => keys
        .Zip(keys.Skip(1), (one, next) => new Doubt(DoubtReason.WentBack, next.At, one.At - next.At))
        .Where(doubt => doubt.Extent > OrderSlack)
        .MaxBy(doubt => doubt.Extent);

    private static Doubt? Ahead(DateTimeOffset startedAt, IReadOnlyList<ReceivedKeys> pieces) => pieces
        .Where(piece => piece.Keys.Count > 0)
        .Select(piece => new Doubt(DoubtReason.AheadOfClock, piece.Keys.Max(key => key.At), -LagOf(startedAt, piece)))
        .Where(doubt => doubt.Extent > ClockSlack)
        .MaxBy(doubt => doubt.Extent);

    /// <summary>
    /// A line that was down and is up again brings all that waited at once, and from then on keys are as fresh as before. Times that
    /// were made smaller never catch up: at the end all pieces are late by more than any of those at the beginning. Where the time
    /// itself is the result, somebody has to look whenever its last keys came late.
    /// </summary>
    private static Doubt? Behind(Discipline discipline, DateTimeOffset startedAt, IReadOnlyList<ReceivedKeys> pieces)
    {
        var lags = pieces.Where(piece => piece.Keys.Count > 0).Select(piece => LagOf(startedAt, piece)).ToList();
        if (lags.Count == 0 || (lags.Count < LeastPieces && !discipline.IsRace)) return null;

        var quarter = Math.Max(1, lags.Count / 4);
        var (lost, slack) = discipline.IsRace
            ? (lags[^1], LongestOfRace)
            : (lags.TakeLast(quarter).Min() - lags.Take(quarter).Min(), LagSlack);
        var last = pieces.Last(piece => piece.Keys.Count > 0).Keys[^1].At;
        return lost > slack ? new Doubt(DoubtReason.BehindClock, last, lost) : null;
    }

    private static Doubt? Late(DateTimeOffset startedAt, TimeSpan length, IReadOnlyList<ReceivedKeys> pieces)
    {
        var late = InTime(pieces.Where(piece => piece.ReceivedAt > startedAt + length)).ToList();
        if (late.Count * 2 <= InTime(pieces).Count() || late.Max() - late.Min() <= LongestLateStretch) return null;

        return new Doubt(DoubtReason.AfterTheEnd, late.Min(), late.Count);

        IEnumerable<int> InTime(IEnumerable<ReceivedKeys> some) =>
            some.SelectMany(piece => piece.Keys).Select(key => key.At).Where(at => at <= length.TotalMilliseconds);
    }

    private static Doubt? TooMany(List<int> presses) => Windows
        .Select(window => Busiest(presses, window, FastestPerSecond * (window + LongestHalt) / 1_000, DoubtReason.TooManyKeys))
        .MaxBy(doubt => doubt?.Extent);

    /// <summary>Where most come within a window, when those are too many.</summary>
    internal static Doubt? Busiest(List<int> times, int window, int most, DoubtReason reason)
    {
        Doubt? found = null;
        for (var (first, last) = (0, 0); last < times.Count; last++)
        {
            while (times[last] - times[first] >= window) first++;
            if (last - first + 1 > Math.Max(most, found?.Extent ?? 0)) found = new Doubt(reason, times[first], last - first + 1);
        }

        return found;
    }

    private static Doubt? TooRegular(List<int> presses)
    {
        var times = presses.Zip(presses.Skip(1), (one, next) => (double)(next - one)).ToList();
        for (var first = 0; first + PressesOfRhythm <= times.Count; first += PressesOfRhythm / 4)
        {
            var stretch = times.GetRange(first, PressesOfRhythm);
            var mean = stretch.Average();
            var variation = Math.Sqrt(stretch.Average(time => (time - mean) * (time - mean)));
            if (variation < LeastVariation * mean) return new Doubt(DoubtReason.TooRegular, presses[first], PressesOfRhythm);
        }

        return null;
    }

    /// <summary>When fingers came down: the noughts of one key for several are one press.</summary>
    private static IEnumerable<int> PressesOf(List<KeyStroke> keys)
    {
        var ofPress = 0;
        foreach (var (i, key) in keys.Index())
        {
            var isMacro = i > 0 && key.Key == '0' && keys[i - 1].Key == '0' && key.At - keys[i - 1].At <= MacroGap && ofPress < MacroKeys;
            ofPress = isMacro ? ofPress + 1 : 1;
            if (!isMacro) yield return key.At;
        }
    }

    /// <summary>How long its newest key took to get here.</summary>
    private static int LagOf(DateTimeOffset startedAt, ReceivedKeys piece) =>
        (int)(piece.ReceivedAt - startedAt).TotalMilliseconds - piece.Keys.Max(key => key.At);
}
