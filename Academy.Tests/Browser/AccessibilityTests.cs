using Academy.Web.Pages.Shared;
using Microsoft.Playwright;

namespace Academy.Tests.Browser;

/// <summary>Every page in every state is for everybody: no rule of WCAG 2.2 AA is broken, nothing scrolls sideways, no script fails.</summary>
public sealed class AccessibilityTests(InspectedAcademy academy) : IClassFixture<InspectedAcademy>
{
    private static readonly Device[] Usual =
    [
        Device.Phone with { Scheme = ColorScheme.Dark },
        Device.CounterPc with { Language = Languages.English },
    ];

    private static readonly Device[] All =
    [
        .. from language in Languages.All
           from device in new[] { Device.Phone, Device.CounterPc }
           from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
           select device with { Language = language, Scheme = scheme },
        Device.SmallPhone with { Language = Languages.English },
    ];

    public static TheoryData<string, string> UsualPlaces =>
        new(Usual.SelectMany(_ => Places.All.Keys, (device, place) => (place, device.Name)));

    [Theory, MemberData(nameof(UsualPlaces))]
    public async Task A_page_keeps_nobody_out(string place, string device) =>
        Assert.Empty(await FaultsAsync(place, Usual.Single(d => d.Name == device)));

    [Fact(Explicit = true)]
    public async Task No_page_keeps_anybody_out_on_any_screen()
    {
        var faults = new List<string>();
        foreach (var device in All.Except(Usual))
            foreach (var place in Places.All.Keys)
                faults.AddRange(await FaultsAsync(place, device));
        Assert.Empty(faults);
    }

    private async Task<IEnumerable<string>> FaultsAsync(string place, Device device)
    {
        var (number, goAsync) = Places.All[place];
        await using var visit = number is null ? await academy.EnterAsync(device) : await academy.EnterAsync(device, number);
        await goAsync(academy, visit);
        return (await visit.FaultsAsync()).Select(fault => $"{place} ({device.Name}): {fault}");
    }
}
