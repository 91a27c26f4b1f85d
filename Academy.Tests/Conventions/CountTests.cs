using Academy.Web.Pages.Shared;

namespace Academy.Tests.Conventions;

/// <summary>A count on a page is its number.</summary>
public sealed class CountTests
{
    [Fact]
    public void A_count_says_its_number_and_nothing_of_how_it_is_kept() => Assert.Equal("12", $"{Count.Of(12).ToString()}");
}
