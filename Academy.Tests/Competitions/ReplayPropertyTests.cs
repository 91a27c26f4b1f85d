using System.Globalization;
using Academy.Domain.Competitions.Drills;
using CsCheck;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

public class ReplayPropertyTests
{
    private static readonly Gen<char> AnyKey = Gen.OneOf("01234567890.EEEEBFR".ToCharArray());

    private static readonly Gen<List<KeyStroke>> AnyStream =
        from keys in AnyKey.Array[0, 400]
        from times in Gen.Int[0, 3_000].Array[keys.Length]
        select keys.Zip(times.Scan(), (key, at) => new KeyStroke(at, key)).ToList();

    private static readonly Gen<DrillTerms> AnyTerms =
        from discipline in Gen.OneOf(Discipline.SlipSums, Discipline.SlipHundred, Discipline.Keypad)
        from seed in Gen.Long
        select new DrillTerms(discipline, seed);

    [Fact]
    public void Whatever_is_hit_comes_to_what_the_rules_say() => Gen.Select(AnyTerms, AnyStream).Sample((terms, keys) =>
    {
        var plain = new PlainDesk(terms);
        foreach (var key in keys.Where(key => key.At <= terms.Discipline.Length.TotalMilliseconds)) plain.Press(key.Key);

        var result = Replay.OfKeys(terms, keys);

        Assert.Equal(plain.HandedIn, result.Tasks.Select(task => string.Join('|', task.Entries)));
        if (terms.Discipline.Kind == DrillKind.Slips)
        {
            Assert.Equal(
                plain.Sums.Select(sum => sum.ToString("#,##0.00", CultureInfo.InvariantCulture)),
                result.Tasks.Select(task => task.Entered.ToString()));
        }
    });

    [Fact]
    public void However_a_stream_is_cut_into_batches_it_comes_to_the_same() =>
        Gen.Select(AnyTerms, AnyStream, Gen.Int[1, 40]).Sample((terms, keys, size) =>
        {
            var kept = keys.Chunk(size).Select(batch => KeyStrokes.Write(batch));

            var again = Replay.OfKeys(terms, kept.SelectMany(KeyStrokes.Read));

            Assert.Equal(Tell(Replay.OfKeys(terms, keys)), Tell(again));
        });

    /// <summary>Mistakes that are taken back, pages gone back to: the sum is what was meant in the end.</summary>
    [Fact]
    public void Whoever_mends_every_mistake_has_every_sum() =>
        Gen.Select(Gen.Long, Gen.Int[0, 9].Array[1, 3].Array[40]).Sample((seed, mistakes) =>
        {
            var terms = new DrillTerms(Discipline.SlipSums, seed);
            var keys = terms.Tasks().Take(2).SelectMany(task => task.Fields.Index()).Zip(mistakes, (field, wrong) =>
                Mend(field.Item.Keys, wrong, isLast: field.Index == SlipBook.PagesOfSum - 1));

            var result = Replay.OfKeys(terms, Evenly(string.Concat(keys)));

            Assert.Equal((2, 0), (result.Right, result.Wrong));
        });

    [Fact]
    public void One_fen_in_one_amount_costs_one_sum() => Gen.Select(Gen.Long, Gen.Int[0, 19]).Sample((seed, page) =>
    {
        var terms = new DrillTerms(Discipline.SlipSums, seed);
        var amounts = terms.Tasks()[0].Fields.Select(field => Amount.Keyed(field.Keys)).ToList();
        amounts[page] = new Amount(amounts[page].Fen + 1);

        var result = Replay.OfKeys(terms, Evenly(string.Concat(amounts.Select(amount => $"{amount.Keys}E"))));

        Assert.Equal((0, 1), (result.Right, result.Wrong));
        Assert.Equal(page, terms.Tasks()[0].Fields.ToList().IndexOf(Assert.Single(result.Tasks[0].Misread).Field));
        Assert.Single(result.Misses);
    });

    /// <summary>Wrong digits and as many keys to take them back; sometimes the amount is taken and its page opened again.</summary>
    private static string Mend(string keys, int[] wrong, bool isLast)
    {
        var slips = string.Concat(wrong) + new string(KeyStroke.Erase, wrong.Length);
        return slips + keys + (wrong[0] < 3 && !isLast ? $"F1R{keys}" : "") + KeyStroke.Enter;
    }

    private static string Tell(KeyedResult result) => string.Join(
        '\n',
        result.Score, result.Keys, result.Typed, result.Erasures, result.Turns, string.Join(',', result.Pace),
        string.Join(',', result.Misses), string.Join(',', result.Tasks.Select(task => (task.At, string.Join('|', task.Entries)))));

    /// <summary>The rules of the desk once more, in the plainest words.</summary>
    private sealed class PlainDesk(DrillTerms terms)
    {
        private readonly Queue<DrillTask> tasks = new(terms.Tasks());
        private Dictionary<int, string> pages = [];
        private string typed = "";
        private int page;

        public List<string> HandedIn { get; } = [];
        public List<decimal> Sums { get; } = [];

        public void Press(char key)
        {
            if (tasks.Count == 0) return;
            var last = tasks.Peek().Fields.Count - 1;
            var decimals = typed.Contains('.') ? typed.Length - typed.IndexOf('.') - 1 : -1;
            if (key == 'B' && typed.Length > 0) typed = typed[..^1];
            else if (key == 'R') (typed, page) = ("", Math.Max(0, page - 1));
            else if (key == 'F') Turn(last);
            else if (key == 'E' && (typed.Length > 0 || pages.ContainsKey(page)) && page < last) Turn(last);
            else if (key == 'E' && (typed.Length > 0 || pages.ContainsKey(page))) HandIn(last);
            else if ("BE".Contains(key) || decimals == 2 || (key == '.' && decimals >= 0)) return;
            else if (typed.Length < (terms.Discipline.Kind == DrillKind.Slips ? 12 : 24)) typed += key;
        }

        private void Turn(int last)
        {
            if (typed.Length > 0) pages[page] = typed;
            (typed, page) = ("", Math.Min(last, page + 1));
        }

        private void HandIn(int last)
        {
            if (typed.Length > 0) pages[page] = typed;
            var entries = Enumerable.Range(0, last + 1).Select(number => pages.GetValueOrDefault(number)).ToList();
            HandedIn.Add(string.Join('|', entries));
            Sums.Add(entries.Sum(entry => decimal.Parse($"0{entry}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)));
            (pages, typed, page) = ([], "", 0);
            tasks.Dequeue();
        }
    }
}

file static class Times
{
    public static IEnumerable<int> Scan(this IEnumerable<int> times)
    {
        var at = 0;
        foreach (var time in times) yield return at += time;
    }
}
