using Academy.Domain.Questions.Banks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Banks of questions and what is done to their questions, in the states of these pages.</summary>
public sealed class BankPlaces : IPlaces
{
    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["banks"] = Place.At("/authoring/banks", "T0001"),
        ["bank, new with errors"] = Place.At("/authoring/banks/new", "T0001").Then(async page =>
        {
            await page.Locator("form.form").EvaluateAsync("form => { form.noValidate = true; form.submit(); }");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["bank"] = Bank("/"),
        ["bank, of the academy"] = Place.At("/authoring/banks/1", "T0001"),
        ["bank, questions chosen"] = Bank("/").Then(async page =>
        {
            await page.Locator("[name=ids]").First.CheckAsync();
            await Expect(page.Locator(".selection")).ToBeVisibleAsync();
        }),
        ["bank, nothing found"] = Bank("?q=没有这样的试题&difficulty=3&state=Draft"),
        ["bank, moving"] = Asking("Move"),
        ["bank, tagging"] = Asking("Tag"),
        ["bank, grading"] = Asking("Grade"),
        ["bank, retiring"] = Asking("Retire"),
        ["bank, settings"] = Bank("/settings"),
        ["bank, categories"] = Bank("/categories"),
        ["bank, category"] = Bank("/categories").Then(page => page.ClickAsync("tbody a")),
        ["bank, similar questions"] = Bank("/similar"),
        ["bank, no similar questions"] = Place.At("/authoring/banks/2/similar", "T0001"),
        ["review, nothing waits"] = Place.At("/authoring/review", "T0001"),
        ["review"] = Place.At("/authoring/review", "A0001"),
        ["question, in review"] = Place.At("/authoring/review", "A0001").Then(page => page.ClickAsync("tbody a")),
        ["question, approved"] = Bank("?state=Approved").Then(page => page.ClickAsync("tbody th a")),
        ["question, draft"] = Bank("?state=Draft").Then(page => page.ClickAsync("tbody th a")),
        ["question, versions"] = Bank("?state=Draft")
            .Then(page => page.ClickAsync("tbody th a"))
            .Then(page => page.ClickAsync(".page-actions a[href$=versions]")),
        ["question, new"] = Place.At("/authoring/banks/1/questions/new", "T0001"),
        ["question, new case"] = Place.At("/authoring/banks/1/questions/new?type=Case", "T0001").Then(async page =>
        {
            await page.ClickAsync("button[value='add:Parts']");
            await Expect(page.Locator(".part")).ToHaveCountAsync(1);
        }),
        ["question, problems"] = Place.At("/authoring/banks/1/questions/new?type=Cloze", "T0001").Then(async page =>
        {
            await page.ClickAsync("#editor .save .button:not(.quiet)");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["question, editing"] = Place.At("/authoring/questions/1/edit", "T0001"),
    };

    private static Place Bank(string path) => Place.At(
        async db =>
            $"/authoring/banks/{await db.Banks.Where(b => b.Title == Shelf.Title).Select(b => b.Id).SingleAsync()}{path.TrimEnd('/')}",
        "T0001");

    private static Place Asking(string act) => Bank("/").Then(async page =>
    {
        await page.Locator("[name=ids]").First.CheckAsync();
        await page.ClickAsync($".selection [value={act}]");
        await Expect(page.Locator(".form-page form")).ToBeVisibleAsync();
    });
}
