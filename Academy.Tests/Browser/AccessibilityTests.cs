using Academy.Web.Pages.Shared;
using Microsoft.Playwright;

namespace Academy.Tests.Browser;

/// <summary>
/// Every page in every state is for everybody: no rule of WCAG 2.2 AA is broken, nothing scrolls
/// sideways, no script fails.
/// </summary>
public abstract class AccessibilityTests<TPlaces>(InspectedAcademy academy) : IClassFixture<InspectedAcademy> where TPlaces : IPlaces
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
        new(Usual.SelectMany(_ => TPlaces.All.Keys, (device, place) => (place, device.Name)));

    [Theory, MemberData(nameof(UsualPlaces))]
    public async Task A_page_keeps_nobody_out(string place, string device) =>
        Assert.Empty(await FaultsAsync(place, Usual.Single(d => d.Name == device)));

    [Fact(Explicit = true)]
    public async Task No_page_keeps_anybody_out_on_any_screen()
    {
        var faults = new List<string>();
        foreach (var device in All.Except(Usual))
            foreach (var place in TPlaces.All.Keys)
                faults.AddRange(await FaultsAsync(place, device));
        Assert.Empty(faults);
    }

    private async Task<IEnumerable<string>> FaultsAsync(string place, Device device)
    {
        var found = TPlaces.All[place];
        await using var visit = await academy.VisitAsync(device, found);
        await found.GoAsync(academy, visit);
        return (await visit.FaultsAsync()).Select(fault => $"{place} ({device.Name}): {fault}");
    }
}

public sealed class GeneralAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<Places>(academy);

public sealed class QuizAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<QuizPlaces>(academy);

public sealed class DrillAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<DrillPlaces>(academy);

public sealed class ArchiveAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<ArchivePlaces>(academy);

public sealed class CertificateAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<CertificatePlaces>(academy);

public sealed class CompetitionAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<CompetitionPlaces>(academy);

public sealed class BankAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<BankPlaces>(academy);

public sealed class OfficeAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<OfficePlaces>(academy);

public sealed class AuthoringAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<AuthoringPlaces>(academy);

public sealed class QuizMakingAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<QuizMakingPlaces>(academy);

public sealed class ImportAccessibilityTests(InspectedAcademy academy) : AccessibilityTests<ImportPlaces>(academy);
