namespace Academy.Domain.Competitions.Drills;

/// <summary>A character of a passage and the one that was typed for it: null where none was, or where one was typed for none.</summary>
public readonly record struct Pair(char? Expected, char? Typed)
{
    public bool IsRight => Expected is { } expected && Typed is { } typed && AreSame(expected, typed);

    /// <summary>An input method opens and closes quotes by turns of its own, so either of two is as good as the other.</summary>
    private static bool AreSame(char one, char other) => Opening(one) == Opening(other);

    internal static char Opening(char quote) => quote switch { '”' => '“', '’' => '‘', _ => quote };
}

/// <summary>
/// What was typed, laid beside the beginning of a passage so that the least is wrong, missing or extra: who leaves a character out has
/// lost that one and not all behind it. The beginning is the one that differs least from what was typed, and of several the longest; so
/// a last character that is wrong does not lead to where it stands much later. New lines count on neither side.
/// </summary>
public sealed class Alignment
{
    /// <summary>How far the two may be apart at first, and how many times as far where that was not enough.</summary>
    private const int FirstReach = 64;
    private const int Further = 4;

    private Alignment(IReadOnlyList<Pair> pairs)
    {
        Pairs = pairs;
        Right = pairs.Count(pair => pair.IsRight);
        Missing = pairs.Count(pair => pair.Typed is null);
        Extra = pairs.Count(pair => pair.Expected is null);
        Wrong = pairs.Count - Right - Missing - Extra;
    }

    /// <summary>In the order of the passage.</summary>
    public IReadOnlyList<Pair> Pairs { get; }
    public int Right { get; }
    public int Wrong { get; }
    public int Missing { get; }
    public int Extra { get; }

    /// <summary>How long the beginning of the passage is.</summary>
    public int Reached => Pairs.Count - Extra;

    /// <summary>As it is published for text entry: total − wrong − missing − extra, 500 − 20 − 10 − 5 = 465.</summary>
    public int Net => Reached - Wrong - Missing - Extra;

    /// <summary>What is right of all that was typed and all that should have been, from 0 to 1.</summary>
    public decimal Accuracy => Pairs.Count == 0 ? 1 : (decimal)Right / Pairs.Count;

    public static Alignment Of(string passage, string typed)
    {
        var (expected, given) = (passage.Replace("\n", ""), typed.Replace("\n", ""));
        for (var reach = FirstReach; ; reach *= Further)
            if (new Band(expected, given, reach).Pairs() is { } pairs) return new Alignment(pairs);
    }

    /// <summary>
    /// The fewest differences between every beginning of one text and every beginning of the other (Levenshtein), as far as these are not
    /// longer than each other by more than the reach (Ukkonen): where the whole differs by less, its way lies within.
    /// </summary>
    private sealed class Band
    {
        private const ushort Beyond = ushort.MaxValue / 2;

        private readonly string expected;
        private readonly string typed;
        private readonly char[] expectedAlike;
        private readonly char[] typedAlike;
        private readonly int reach;
        private readonly int width;
        private readonly ushort[] differences;

        public Band(string expected, string typed, int reach)
        {
            (this.expected, this.typed) = (expected, typed);
            (expectedAlike, typedAlike) = ([.. expected.Select(Pair.Opening)], [.. typed.Select(Pair.Opening)]);
            this.reach = Math.Min(reach, Math.Max(expected.Length, typed.Length));
            // A cell at either side is beyond.
            width = (2 * this.reach) + 3;
            differences = GC.AllocateUninitializedArray<ushort>((typed.Length + 1) * width);
            Fill();
        }

        private int this[int row, int column] =>
            Math.Abs(row - column) > reach ? Beyond : differences[(row * width) + column - row + reach + 1];

        private void Fill()
        {
            for (var at = 0; at < width; at++) differences[at] = at <= reach ? Beyond : (ushort)(at - reach - 1);
            differences[width - 1] = Beyond;
            for (var row = 1; row <= Math.Min(typed.Length, expected.Length + reach); row++)
            {
                var above = differences.AsSpan((row - 1) * width, width);
                var here = differences.AsSpan(row * width, width);
                here[0] = here[^1] = Beyond;
                if (row <= reach) here[reach + 1 - row] = (ushort)row;
                var (first, last) = (Math.Max(1, row - reach), Math.Min(expected.Length, row + reach));
                var at = first - row + reach;
                Fill(here[at..], above[(at + 1)..], expectedAlike.AsSpan((first - 1)..last), typedAlike[row - 1]);
            }
        }

        /// <summary>Cells behind the first, each from the one before it and two of those above.</summary>
        private static void Fill(Span<ushort> here, ReadOnlySpan<ushort> above, ReadOnlySpan<char> expected, char typed)
        {
            int before = here[0];
            for (var i = 0; i < expected.Length; i++)
            {
                before = Math.Min(above[i] + (expected[i] == typed ? 0 : 1), 1 + Math.Min(before, above[i + 1]));
                here[i + 1] = (ushort)before;
            }
        }

        /// <summary>Null when the way may lead beyond the reach.</summary>
        public List<Pair>? Pairs()
        {
            var (row, column) = (typed.Length, Nearest());
            if (this[row, column] > reach) return null;

            var pairs = new List<Pair>();
            while (row > 0 || column > 0)
            {
                var here = this[row, column];
                if (row > 0 && column > 0 && this[row - 1, column - 1] + CostOf(row, column) == here)
                    pairs.Add(new Pair(expected[--column], typed[--row]));
                else if (column > 0 && this[row, column - 1] + 1 == here) pairs.Add(new Pair(expected[--column], null));
                else pairs.Add(new Pair(null, typed[--row]));
            }

            pairs.Reverse();
            return pairs;
        }

        /// <summary>The length of the beginning that differs least from what was typed.</summary>
        private int Nearest() => Enumerable.Range(0, expected.Length + 1).Reverse().MinBy(column => this[typed.Length, column]);

        private int CostOf(int row, int column) => expectedAlike[column - 1] == typedAlike[row - 1] ? 0 : 1;
    }
}
