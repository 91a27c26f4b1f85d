using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Competitions and the ranking board in the states of these pages.</summary>
public sealed class CompetitionPlaces : IPlaces
{
    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["competitions"] = Place.At("/competitions", "E0042"),
        ["competition that runs"] = Place.At("/competitions/2", "E0042"),
        ["competition that is over"] = Place.At("/competitions/1", "E0042"),
        ["before a try"] = Place.At("/competitions/events/3", "E0043").Then(page =>
            Expect(page.Locator("[data-check=line]")).ToBeVisibleAsync()),
        ["competitions, for who teaches"] = Place.At("/authoring/competitions", "T0001"),
        ["competition, new"] = Place.At("/authoring/competitions/new", "T0001"),
        ["competition, new with errors"] = Place.At("/authoring/competitions/new", "T0001").Then(async page =>
        {
            await page.FillAsync("#Title", "倒着来");
            await page.FillAsync("#ClosesAt", "2026-01-01T08:00");
            await page.ClickAsync(".form-actions .button:not(.quiet)");
            await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["competition that runs, for who teaches"] = Place.At("/authoring/competitions/2", "T0001"),
        ["board of an event that runs"] = Place.At("/competitions/events/3/board", "E0042").Then(page =>
            Expect(page.Locator("[data-line].brand")).ToBeVisibleAsync()),
        ["board of an event, frozen"] = Place.At("/competitions/events/6/board", "E0042"),
        ["board of an event, nobody there"] = Place.At("/competitions/events/5/board", "E0042"),
        ["results of an event, frozen"] = Place.At("/authoring/competitions/events/6/results", "T0001"),
        ["ceremony, not yet"] = Place.At("/authoring/competitions/events/6/ceremony", "T0001"),
        ["ceremony, some called"] = Place.At("/authoring/competitions/events/1/ceremony?called=3", "T0001"),
        ["what waits for a judge"] = Place.At("/judging", "J0001"),
        ["what waits for who holds competitions"] = Place.At("/judging", "T0001"),
        ["knowledge contest that is over"] = Place.At("/competitions/6", "E0032"),
        ["board of a knowledge contest"] = Place.At("/competitions/events/10/board", "E0032"),
        ["judged competition that runs"] = Place.At("/competitions/5", "E0042"),
        ["judged event, for a judge"] = Place.At("/judging/events/8", "J0001"),
        ["score sheet of notes"] = Place.At("/judging/contestants/16", "J0001").Then(page =>
            Expect(page.Locator("#saved-state")).ToBeVisibleAsync()),
        ["score sheet of points"] = Place.At("/judging/contestants/18", "J0001").Then(page =>
            Expect(page.Locator("#saved-state")).ToBeVisibleAsync()),
        ["score sheet that is handed in"] = Place.At("/judging/contestants/13", "J0001"),
        ["sheets side by side, to settle"] = Place.At("/judging/contestants/13/settlement", "T0001"),
        ["timer of an event"] = Place.At("/judging/events/8/timer", "J0001"),
        ["timer for practice"] = Place.At("/drills/counting/counting-onefinger-300", "E0042"),
        ["entries of a branch"] = Place.At("/branch/contestants/8", "B0001"),
        ["contestants, for who teaches"] = Place.At("/authoring/competitions/events/8/contestants", "T0001"),
        ["board"] = Place.At("/standings?drill=keypad-lines-300", "E0042"),
        ["board, all names"] = Place.At("/standings?drill=keypad-lines-300", "T0001"),
        ["board of times"] = Place.At("/standings?drill=slips-hundred-600", "E0042"),
        ["board of branches"] = Place.At("/standings?drill=keypad-lines-300&of=branches", "E0042"),
        ["season"] = Place.At("/standings/season?quarter=2026-3", "E0042"),
        ["season of branches"] = Place.At("/standings/season?quarter=2026-3&of=branches", "E0042"),
        ["season, nobody there"] = Place.At("/standings/season?quarter=2025-1", "E0042"),
        ["board, nobody there"] = Place.At("/standings?quarter=2025-1", "E0042"),
    };
}
