using System.Globalization;
using System.Text.Json.Serialization;

namespace Academy.Domain.Scoring;

/// <summary>An exact number of points, kept in whole hundredths.</summary>
public readonly record struct Points(long Hundredths) : IComparable<Points>
{
    public static readonly Points Zero;

    [JsonIgnore]
    public decimal Value => Hundredths / 100m;

    /// <summary>The nearest to a figure that has more places, half up.</summary>
    public static Points Nearest(decimal points) => new(decimal.ToInt64(decimal.Floor((points * 100m) + 0.5m)));

    public static Points Of(decimal points) => new(decimal.ToInt64(points * 100m));

    /// <summary>A share of the points, from 0 to 1. The one place where points are rounded: half a hundredth goes up.</summary>
    public Points Share(decimal share) => new(decimal.ToInt64(decimal.Floor((Hundredths * share) + 0.5m)));

    /// <summary>Parts in the given proportions that add up to the whole; equal ones where no proportion is positive.</summary>
    public IReadOnlyList<Points> Split(IReadOnlyList<decimal> proportions)
    {
        var sum = proportions.Sum(p => Math.Max(p, 0));
        var (before, parts) = (0m, new List<Points>());
        foreach (var proportion in proportions)
        {
            var upTo = before + (sum > 0 ? Math.Max(proportion, 0) / sum : 1m / proportions.Count);
            parts.Add(Share(Math.Min(upTo, 1)) - Share(before));
            before = Math.Min(upTo, 1);
        }

        if (parts.Count > 0) parts[^1] += this - Share(before);
        return parts;
    }

    public static Points operator +(Points a, Points b) => new(a.Hundredths + b.Hundredths);
    public static Points operator -(Points a, Points b) => new(a.Hundredths - b.Hundredths);
    public static bool operator <(Points a, Points b) => a.Hundredths < b.Hundredths;
    public static bool operator >(Points a, Points b) => a.Hundredths > b.Hundredths;
    public static bool operator <=(Points a, Points b) => a.Hundredths <= b.Hundredths;
    public static bool operator >=(Points a, Points b) => a.Hundredths >= b.Hundredths;

    public static Points Add(Points left, Points right) => left + right;
    public static Points Subtract(Points left, Points right) => left - right;

    public int CompareTo(Points other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>As many decimals as it takes: 87.5, 5, 0.25.</summary>
    public override string ToString() => Value.ToString("0.##", CultureInfo.InvariantCulture);
}

public static class PointsSum
{
    public static Points Sum<T>(this IEnumerable<T> source, Func<T, Points> points) =>
        new(source.Sum(element => points(element).Hundredths));
}
