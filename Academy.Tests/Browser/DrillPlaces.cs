using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Tests.Competitions;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Drills before, while and after they are done, in the states of these pages.</summary>
public sealed class DrillPlaces : IPlaces
{
    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["drills, nothing practiced"] = Place.At("/drills", "E0001"),
        ["drills"] = Done("E0081", Typist.Keypad, keys => Typist.Hit(keys, 5, seed: 81)).Then(page => page.GotoAsync("/drills")),
        ["drills, for others than employees"] = Place.At("/drills", InspectedAcademy.Outsider),
        ["progress"] = Place.At("/drills/keypad-lines-300/progress"),
        ["progress, data unfolded"] = Place.At("/drills/typing-text-300/progress").Then(page => page.ClickAsync(".pace-data summary")),
        ["progress, nothing that counts"] = Place.At("/drills/slips-hundred-600/progress", "E0001"),
        ["progress, a goal that is none"] = Place.At("/drills/slips-hundred-600/progress").Then(async page =>
        {
            await page.FillAsync("#Figure", "fast");
            await page.ClickAsync(".goal-form button");
            await Expect(page.Locator("#Figure-error")).ToBeVisibleAsync();
        }),
        ["cover of slips"] = Cover("slips-sums-600"),
        ["cover of the whole book"] = Cover("slips-hundred-600"),
        ["cover of the keypad, a key heard"] = Cover("keypad-lines-300").Then(async page =>
        {
            await page.Keyboard.PressAsync("Numpad7");
            await Expect(page.Locator("[data-check=lock]")).ToBeVisibleAsync();
        }),
        ["cover of slips, a number that no book has"] = Cover("slips-sums-600").Then(async page =>
        {
            await page.FillAsync("#Book", "4829a");
            await page.ClickAsync(".paper-drill form button");
            await Expect(page.Locator("#Book-error")).ToBeVisibleAsync();
        }),
        ["book of slips for the printer"] = Place.At("/drills/slips/books/482913"),
        ["slips, added from paper"] = Place.At("/drills/slips-sums-600", "E0092").Then(async page =>
        {
            await page.FillAsync("#Book", "482913");
            await page.ClickAsync(".paper-drill form button");
            await page.Locator("body.scripted").WaitForAsync();
        }),
        ["cover of typing, an input method on"] = Cover("typing-text-300").Then(async page =>
        {
            await page.Locator("#trial").FocusAsync();
            await page.Keyboard.InsertTextAsync("好");
            await Expect(page.Locator("[data-check=method]")).Not.ToHaveClassAsync("idle");
        }),
        ["slips, while they are added"] = Running("slips-sums-600", "E0082"),
        ["slips, about to be ended"] = Running("slips-sums-600", "E0082").Then(page => page.ClickAsync("#end")),
        ["whole book, line lost"] = (Running("slips-hundred-600", "E0083") with { ChangesWindow = true }).Then(async (_, visit) =>
        {
            await visit.Window.SetOfflineAsync(true);
            await Expect(visit.Page.Locator("#band .band-title")).ToBeVisibleAsync();
        }),
        ["keypad, while lines are entered"] = Running("keypad-lines-300", "E0084"),
        ["typing, with all kinds of mistakes"] = Running("typing-text-300", "E0089").Then(async page =>
        {
            await page.Locator("body.ready").WaitForAsync();
            if (await page.InputValueAsync("#writing") != "") return;

            var text = (await page.Locator("#passage").TextContentAsync())!;
            await page.Keyboard.InsertTextAsync($"{text[..40]}鑫{text[41..50]}{text[51..60]}淼{text[60..90]}");
            await page.EvaluateAsync("() => document.dispatchEvent(new Event('paste', { bubbles: true, cancelable: true }))");
        }),
        ["result of typing"] = Typed("E0090", perMinute: 95, every: 37),
        ["result of typing, not accurate"] = Typed("E0091", perMinute: 95, every: 9),
        ["result of slips"] = Done("E0085", Typist.SlipSums, keys => Typist.Hit($"9{keys}", 5, seed: 85)),
        ["result of slips from one's own book"] =
            Done("E0093", Typist.SlipSums with { IsOwnBook = true }, keys => Typist.Hit(keys, 5, seed: 90)),
        ["result of the whole book, wrong"] = Done("E0086", Typist.SlipHundred, keys => Typist.Hit($"9{keys}", 5, seed: 86)),
        ["result of the keypad, in doubt"] = Done("E0087", Typist.Keypad, keys => Typist.Evenly($"9{keys}", 150)),
        ["result, data unfolded"] = Done("E0088", Typist.Keypad, keys => Typist.Hit(keys, 5, seed: 88))
            .Then(page => page.ClickAsync(".pace-data summary")),
    };

    private static Place Cover(string slug) => Place.At($"/drills/{slug}")
        .Then(page => Expect(page.Locator("[data-check=line]")).ToBeVisibleAsync());

    private static Place Running(string slug, string number) => Place.At($"/drills/{slug}", number).Then(async page =>
    {
        await page.ClickAsync(".start form button");
        await page.Locator("body.scripted").WaitForAsync();
    });

    private static Place Done(string number, DrillTerms terms, Func<string, IReadOnlyList<KeyStroke>> hit) =>
        Done(number, terms, hit(Typist.KeysOf(terms, terms.Discipline == Discipline.Keypad ? 40 : 1)));

    /// <summary>A text of which one character in so many is wrong.</summary>
    private static Place Typed(string number, double perMinute, int every)
    {
        var typed = string.Concat(Typist.Text.Text![..440].Select((character, i) => i % every == 5 ? '鑫' : character));
        return Done(number, Typist.Text, Typist.Phrases(typed, perMinute));
    }

    /// <summary>Somebody's run that is there when the place is first looked for.</summary>
    private static Place Done(string number, DrillTerms terms, IReadOnlyList<KeyStroke> keys)
    {
        long? run = null;
        return new(number, async (academy, visit) =>
        {
            run ??= await academy.App.InStoreAsync((AcademyDb db) => db.KeyDrillAsync(academy.App.Clock, number, terms, keys));
            await visit.GoAsync($"/drills/runs/{run}/result");
        });
    }
}
