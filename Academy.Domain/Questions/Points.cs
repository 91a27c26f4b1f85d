using System.Globalization;
using System.Text.Json.Serialization;

namespace Academy.Domain.Questions;

/// <summary>An exact number of points, kept in whole hundredths.</summary>
public readonly record struct Points(long Hundredths) : IComparable<Points>
{
    public static readonly Points Zero;

    [JsonIgnore]
    public decimal Value => Hundredths / 100m;

    public static Points Of(decimal points) => new(decimal.ToInt64(points * 100m));

    /// <summary>Half of the points. The one place where points are rounded: half a hundredth goes up.</summary>
    public Points Half() => new((Hundredths + 1) / 2);

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
