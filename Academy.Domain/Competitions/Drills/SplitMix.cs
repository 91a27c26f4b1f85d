namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// SplitMix64, after Steele, Lea and Flood (Fast Splittable Pseudorandom Number Generators, 2014). It is written down here because
/// the same seed must give the same book in every release for years, which no library promises.
/// </summary>
public sealed class SplitMix(long seed)
{
    private ulong state = (ulong)seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to one less than the bound; what the bound does not divide evenly is far below anything one could notice.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>One of several, each as often as its weight says.</summary>
    public T Pick<T>(IReadOnlyList<(T Value, int Weight)> lots)
    {
        var drawn = Below(lots.Sum(lot => lot.Weight));
        foreach (var (value, weight) in lots)
        {
            if (drawn < weight) return value;
            drawn -= weight;
        }

        throw new ArgumentException("There is nothing to pick from.", nameof(lots));
    }

    /// <summary>So many digits, of which the first is no zero.</summary>
    public string Digits(int count) =>
        string.Create(count, this, static (digits, lot) =>
        {
            for (var i = 0; i < digits.Length; i++) digits[i] = (char)(i == 0 ? '1' + lot.Below(9) : '0' + lot.Below(10));
        });
}
