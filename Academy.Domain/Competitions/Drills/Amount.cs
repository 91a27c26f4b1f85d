using System.Globalization;
using System.Text.Json.Serialization;

namespace Academy.Domain.Competitions.Drills;

/// <summary>An amount of money in whole fen.</summary>
public readonly record struct Amount(long Fen)
{
    /// <summary>The keys that it takes: 91837.05.</summary>
    [JsonIgnore]
    public string Keys => Written("0.00");

    /// <summary>What was keyed: digits with at most one point, and at most two digits behind it.</summary>
    public static Amount Keyed(string typed)
    {
        var point = typed.IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = point < 0 ? (typed, "") : (typed[..point], typed[(point + 1)..]);
        return new(long.Parse($"0{whole}{fraction.PadRight(2, '0')}", CultureInfo.InvariantCulture));
    }

    /// <summary>As it stands on paper: 91,837.05.</summary>
    public override string ToString() => Written("#,##0.00");

    private string Written(string format) => (Fen / 100m).ToString(format, CultureInfo.InvariantCulture);
}
