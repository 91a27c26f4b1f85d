using Microsoft.Extensions.Time.Testing;

namespace Academy.Tests.Hosting;

/// <summary>The moments that tests are set at.</summary>
public static class TestClock
{
    /// <summary>Tuesday, 24 November 2026, 14:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    public static FakeTimeProvider OnTuesday() => new(Tuesday);
}
