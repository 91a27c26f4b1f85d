using Academy.Domain.Data;

namespace Academy.Tests.Data;

/// <summary>What somebody saw is told from what is there now.</summary>
public sealed class FingerprintTests
{
    [Fact]
    public void Numbers_beside_each_other_are_not_one_number() => Assert.NotEqual(Fingerprint.Of(1, 23), Fingerprint.Of(12, 3));

    [Fact]
    public void The_same_state_has_the_same_fingerprint() => Assert.Equal(Fingerprint.Of(1, "二", null), Fingerprint.Of(1, "二", null));
}
