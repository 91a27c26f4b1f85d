namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// What cost somebody most in the last runs. A digit, its place, a row or a kind of line: where so many of its keys were missed that it
/// is half as much again as of all others. Ten pages: where the wait between turn and key is longer by a fifth. A character: where it
/// was wrong or missing more than once.
/// </summary>
public static class WeakSpots
{
    /// <summary>So many of the last runs are looked at.</summary>
    public const int Runs = 5;

    private const int FewestMisses = 3;
    private const int FewestTurns = 10;
    private const int FewestOfCharacter = 2;
    private const int MostOfKind = 2;
    private const int MostCharacters = 8;
    private const int MostWeight = 5;
    private const decimal Apart = 1.5m;
    private const decimal SlowApart = 1.2m;

    /// <summary>What is longer was left out at once, and says nothing of its characters.</summary>
    private const int LongestMiss = 10;

    /// <summary>Null where nothing stands out.</summary>
    public static Emphasis? Of(IReadOnlyList<DrillResult> recent)
    {
        List<WeakSpot> spots = [.. OfKeys([.. recent.OfType<KeyedResult>()]), .. OfTexts(recent.OfType<TypedResult>())];
        return spots.Count > 0 ? new Emphasis(spots) : null;
    }

    private static IEnumerable<WeakSpot> OfKeys(IReadOnlyList<KeyedResult> results)
    {
        var keyed = results.SelectMany(r => r.Tasks).SelectMany(task => task.Task.Fields).SelectMany(DigitsOf).ToList();
        var missed = results.SelectMany(r => r.Misses).ToList();
        var isSlips = results is [{ Terms.Discipline.Kind: DrillKind.Slips }, ..];
        return
        [
            .. Missed(SpotKind.Digit, keyed.Select(d => $"{d.Digit}"), missed.Select(m => $"{m.Expected}")),
            .. isSlips ? Missed(SpotKind.Place, keyed.Select(d => $"{d.Place}"), missed.Select(m => $"{m.Place}")) : [],
            .. Missed(SpotKind.Row, keyed.Select(d => $"{d.Row}"), missed.Select(m => $"{m.Field.Row}")),
            .. Slow(results.SelectMany(r => r.Waits)),
        ];
    }

    private static IEnumerable<(char Digit, int Place, int Row)> DigitsOf(DrillField field)
    {
        var digits = field.Keys.Where(char.IsAsciiDigit).ToList();
        return digits.Index().Select(digit => (digit.Item, digits.Count - digit.Index, field.Row));
    }

    /// <summary>Of what was keyed so often, what was missed out of proportion.</summary>
    private static IEnumerable<WeakSpot> Missed(SpotKind kind, IEnumerable<string> keyed, IEnumerable<string> missed)
    {
        var (all, misses) = (keyed.CountBy(what => what).ToDictionary(), missed.CountBy(what => what).ToDictionary());
        var (allKeyed, allMissed) = (all.Values.Sum(), all.Keys.Sum(what => misses.GetValueOrDefault(what)));
        var spots =
            from what in all.Keys
            let missedHere = misses.GetValueOrDefault(what)
            where missedHere >= FewestMisses && allKeyed > all[what]
            let rate = (decimal)missedHere / all[what]
            let others = (decimal)(allMissed - missedHere) / (allKeyed - all[what])
            where rate >= Apart * others
            orderby rate descending, what
            select new WeakSpot(kind, what, WeightOf(rate, others), (int)(rate * 1_000), (int)(others * 1_000));
        return spots.Take(MostOfKind);
    }

    private static IEnumerable<WeakSpot> Slow(IEnumerable<Wait> waits)
    {
        var tens = waits
            .GroupBy(wait => Emphasis.TurnOf(wait.Page), wait => wait.Length)
            .ToDictionary(ten => ten.Key, ten => ten.ToList());
        var spots =
            from ten in tens
            where ten.Value.Count >= FewestTurns
            let others = tens.Where(other => other.Key != ten.Key).SelectMany(other => other.Value).ToList()
            where others.Count >= FewestTurns
            let here = Middle(ten.Value)
            let there = Middle(others)
            where here >= SlowApart * there
            orderby here descending, ten.Key
            select new WeakSpot(SpotKind.Turn, $"{ten.Key}", WeightOf(here, there), here, there);
        return spots.Take(MostOfKind);
    }

    private static IEnumerable<WeakSpot> OfTexts(IEnumerable<TypedResult> results)
    {
        var (came, missed) = (new Dictionary<char, int>(), new Dictionary<char, int>());
        foreach (var pairs in results.Select(r => r.Alignment.Pairs))
        {
            foreach (var pair in pairs)
                if (pair.Expected is { } expected) came[expected] = came.GetValueOrDefault(expected) + 1;
            foreach (var expected in MissedIn(pairs)) missed[expected] = missed.GetValueOrDefault(expected) + 1;
        }

        return missed.Where(m => m.Value >= FewestOfCharacter)
            .OrderByDescending(m => m.Value).ThenBy(m => m.Key)
            .Take(MostCharacters)
            .Select(m => new WeakSpot(SpotKind.Character, $"{m.Key}", Math.Min(m.Value, MostWeight), m.Value, came[m.Key]));
    }

    private static IEnumerable<char> MissedIn(IReadOnlyList<Pair> pairs)
    {
        for (var from = 0; from < pairs.Count; from++)
        {
            var until = from;
            while (until < pairs.Count && !pairs[until].IsRight) until++;
            if (until - from <= LongestMiss)
                for (var at = from; at < until; at++)
                    if (pairs[at].Expected is { } expected && char.IsLetter(expected)) yield return expected;
            from = until;
        }
    }

    private static int WeightOf(decimal here, decimal there) =>
        there == 0 ? MostWeight : Math.Clamp((int)(here / there), 2, MostWeight);

    private static int Middle(List<int> lengths) => lengths.Order().ElementAt(lengths.Count / 2);
}
