using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Certificates, schemes and verification in the states of these pages.</summary>
public sealed class CertificatePlaces : IPlaces
{
    private const string Administrator = "A0001";

    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["certificates of one's own"] = Place.At("/certificates", "E0042"),
        ["certificates, none"] = Place.At("/certificates", "T0001"),
        ["certificates, earlier ones"] = Place.At("/certificates", "E0022"),
        ["certificate"] = Place.At("/certificates/1", Administrator),
        ["verification"] = Place.At("/verify", null),
        ["verification, nothing found"] = Place.At("/verify/2222-2222-2222-2222", null),
        ["schemes"] = Place.At("/admin/schemes", Administrator),
        ["scheme"] = Place.At("/admin/schemes/1", Administrator),
        ["scheme, new with errors"] = Place.At("/admin/schemes/new", Administrator).Then(async page =>
        {
            await page.ClickAsync(".form-actions .button:not(.text)");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["register of certificates"] = Place.At("/admin/certificates", Administrator),
        ["register, some chosen"] = Place.At("/admin/certificates?state=InGrace", Administrator)
            .Then(page => page.Locator("[name=ids]").First.CheckAsync()),
        ["register, nothing found"] = Place.At("/admin/certificates?q=nobody", Administrator),
        ["waiting for approval"] = Place.At("/admin/certificates/approvals", Administrator),
        ["prior learning"] = Place.At("/admin/certificates/new", Administrator),
        ["revocation"] = Place.At("/admin/certificates/2/revocation", Administrator),
        ["certificates of a branch"] = Place.At("/branch/certificates", "B0001"),
        ["certificates of the bank, lacking"] = Place.At("/branch/certificates?state=none", Administrator),
        ["certificates of somebody"] = Place.At("/branch/certificates/E0042", "B0001"),
    };
}
