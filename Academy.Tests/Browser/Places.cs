using Academy.Domain.Data;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>A page in one of its states: who goes there, and how.</summary>
public sealed record Place(string? Number, Func<InspectedAcademy, Visit, Task> GoAsync)
{
    /// <summary>Whether the window is another afterwards, by its session, its line, its clock or what it keeps.</summary>
    public bool ChangesWindow { get; init; }

    public static Place At(string address, string? number = "E0042") => new(number, async (_, visit) =>
    {
        // A part of the page that is open would only be scrolled to.
        if (address.Contains('#')) await visit.GoAsync("about:blank");
        await visit.GoAsync(address);
    });

    /// <summary>The same where the address follows from the store.</summary>
    public static Place At(Func<AcademyDb, Task<string>> find, string number) =>
        new(number, async (academy, visit) => await visit.GoAsync(await academy.App.InStoreAsync(find)));

    /// <summary>The same place once something more was done there.</summary>
    public Place Then(Func<IPage, Task> act) => Then((_, visit) => act(visit.Page));

    public Place Then(Func<InspectedAcademy, Visit, Task> act) =>
        this with
        {
            GoAsync = async (academy, visit) =>
            {
                await GoAsync(academy, visit);
                await act(academy, visit);
            },
        };
}

/// <summary>A part of all the pages of the academy, each in its states.</summary>
public interface IPlaces
{
    static abstract IReadOnlyDictionary<string, Place> All { get; }
}

/// <summary>What everybody finds: the way in, courses, letters, search and one's own account. Ways are found in both languages.</summary>
public sealed class Places : IPlaces
{
    private const string Course = "/courses/professional-ethics";
    private const string Lesson = $"{Course}/customers";
    private const string Signing = $"/courses/{InspectedAcademy.Attested}/attestation";

    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["sign-in"] = Place.At("/account/login", null),
        ["sign-in, refused"] = Place.At("/account/login", null).Then(async page =>
        {
            await page.FillAsync("#EmployeeNumber", "X0001");
            await page.FillAsync("#Password", "not-the-password");
            await page.ClickAsync(".sign-in-form .button.block");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["sign-in, choosing the appearance"] = Place.At("/account/login", null).Then(page => page.ClickAsync(".drop summary")),
        ["dashboard, in the middle"] = Place.At("/"),
        ["dashboard, nothing done yet"] = Place.At("/", "E0001"),
        ["assignments of one's own"] = Place.At("/assignments"),
        ["menu of the person"] = Place.At("/account/password").Then(page => page.ClickAsync(".person-menu summary")),
        ["courses"] = Place.At("/courses"),
        ["courses, nothing begun"] = Place.At("/courses", "E0001"),
        ["course"] = Place.At(Course),
        ["course, all read"] = Place.At(Course, "E0108"),
        ["lesson"] = Place.At(Lesson),
        ["lesson, case decided rightly"] = Place.At(Lesson)
            .Then(page => page.Locator(".case .option:not([data-wrong])").First.ClickAsync()),
        ["lesson, case decided wrongly"] = Place.At(Lesson).Then(page => page.Locator(".case .option[data-wrong]").First.ClickAsync()),
        ["lesson, contents"] = Place.At($"{Lesson}#contents"),
        ["lesson, finished too fast"] = Place.At($"{Course}/code-2020", "E0001").Then(async page =>
        {
            await page.ClickAsync("#finish button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["lesson, finished"] = Place.At($"{Course}/general"),
        ["attestation, to be read first"] = Place.At("/courses/complaint-handling/attestation", "E0001"),
        ["search"] = Place.At("/search"),
        ["search, lessons"] = Place.At("/search?q=客户+投诉"),
        ["search, questions"] = Place.At("/search?q=收缴&in=questions", "T0001"),
        ["search, people"] = Place.At("/search?q=li&in=people", "A0001"),
        ["search, nothing found"] = Place.At("/search?q=没有这样的内容"),
        ["attestation, to be signed"] = Place.At(Signing, InspectedAcademy.Reader),
        ["attestation, wrong password"] = Place.At(Signing, InspectedAcademy.Reader).Then(async page =>
        {
            await page.FillAsync("#Password", "not-the-password");
            await page.ClickAsync(".form-actions button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["course, only the signature missing"] = Place.At($"/courses/{InspectedAcademy.Attested}", InspectedAcademy.Reader),
        ["dashboard, only the signature missing"] = Place.At("/", InspectedAcademy.Reader),
        ["inbox"] = Place.At("/inbox", InspectedAcademy.Reader),
        ["inbox, empty"] = Place.At("/inbox"),
        ["how to be reminded"] = Place.At("/inbox/choices"),
        ["own calendar"] = Place.At("/calendar"),
        ["password"] = Place.At("/account/password"),
        ["signed-in devices"] = Place.At("/account/sessions"),
        ["signed-in devices, several"] = Place.At("/account/sessions").Then(async (academy, visit) =>
        {
            await academy.App.SignInAsync("E0042");
            await visit.Page.ReloadAsync();
            await Expect(visit.Page.Locator("main .item form").First).ToBeVisibleAsync();
        }),
        ["password, errors"] = Place.At("/account/password").Then(async page =>
        {
            foreach (var field in new[] { "#Current", "#Chosen", "#Repeated" }) await page.FillAsync(field, "short");
            await page.ClickAsync(".form-actions button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["password, to be changed first"] = Place.At("/", InspectedAcademy.Newcomer),
        ["not found"] = Place.At("/nowhere"),
        ["not found, signed out"] = Place.At("/nowhere", null),
        ["not allowed"] = Place.At("/attempts/1", InspectedAcademy.Outsider),
        ["error"] = Place.At(InspectedAcademy.BrokenPage),
    };
}
