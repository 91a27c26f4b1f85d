using Academy.Tests.Quizzes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Quizzes, papers, results and their marking, in the states of these pages.</summary>
public sealed class QuizPlaces : IPlaces
{
    private const string Usual = "professional-ethics";

    /// <summary>As a browser without script hands in a text that is too long.</summary>
    private const string PostTooMuch = """
        () => {
          const form = document.getElementById('paper');
          form.querySelector('.question.here textarea').value = '长'.repeat(20001);
          form.action += '/submit';
          HTMLFormElement.prototype.submit.call(form);
        }
        """;

    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["quizzes"] = Place.At("/quizzes"),
        ["quizzes, nothing taken"] = Place.At("/quizzes", "E0001"),
        ["cover"] = Cover("professional-ethics"),
        ["cover, closing soon"] = Cover("quarter-4-service"),
        ["cover, no attempts left"] = Cover("quarter-4-service", "E0061"),
        ["cover, over"] = Cover("quarter-3-compliance"),
        ["cover, for others than employees"] = Cover("professional-ethics", InspectedAcademy.Outsider),
        ["result, answers released"] = Result("professional-ethics"),
        ["result, all unfolded"] = Result("professional-ethics").Then(page =>
            page.EvaluateAsync("() => document.querySelectorAll('details.review').forEach(review => { review.open = true; })")),
        ["result, not passed"] = Result("self-discipline"),
        ["result, score only"] = Result("quarter-4-service", "E0003"),
        ["attempt, single choice"] = Attempt("E0071"),
        ["attempt, multiple choice"] = Attempt("E0071", 11),
        ["attempt, true or false"] = Attempt("E0071", 16),
        ["attempt, fill-in"] = Attempt("E0097", 4, Sittings.EveryType),
        ["attempt, number"] = Attempt("E0097", 5, Sittings.EveryType),
        ["attempt, matching"] = Attempt("E0097", 6, Sittings.EveryType),
        ["attempt, ordering"] = Changing(Attempt("E0097", 7, Sittings.EveryType))
            .Then(page => page.ClickAsync(".question.here .order-item:nth-child(2) [data-move='-1']")),
        ["attempt, cloze"] = Attempt("E0097", 8, Sittings.EveryType),
        ["attempt, part of a case"] = Attempt("E0097", 10, Sittings.EveryType),
        ["attempt, essay"] = Changing(Attempt("E0097", 13, Sittings.EveryType))
            .Then(page => page.FillAsync(".question.here textarea", "先办结，再找原因。")),
        ["result, waiting to be marked"] = Result(Sittings.EveryType, InspectedAcademy.Writer)
            .Then(page => page.EvaluateAsync("document.querySelectorAll('details').forEach(review => { review.open = true; })")),
        ["marking"] = Place.At("/authoring/marking", "T0001"),
        ["marking, one quiz"] = Marking,
        ["marking, one answer"] = Marking.Then(page => page.ClickAsync(".page-actions .button")),
        ["marking, markers"] = Place.At("/authoring/marking", "A0001")
            .Then(page => page.ClickAsync("tbody th a"))
            .Then(page => page.ClickAsync(".page-actions .button.quiet")),
        ["marking, refused"] = Marking.Then(async page =>
        {
            await page.ClickAsync(".page-actions .button");
            await page.Locator(".criteria-form input").First.FillAsync("99");
            await page.ClickAsync(".form-actions button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["attempt, answered and flagged"] = Changing(Attempt("E0074")).Then(async page =>
        {
            await page.Locator(".question.here .option").First.ClickAsync();
            await page.Locator(".question.here .flag").ClickAsync();
            await Expect(page.Locator(".navigator [data-slot='1'].flagged[data-state=saved]")).ToHaveCountAsync(1);
        }),
        ["attempt, offline"] = Offline("E0075"),
        ["attempt, signed out"] = Choosing("E0077", (_, visit) => visit.SignOutAsync()),
        ["attempt, answered elsewhere, too"] = Choosing("E0078", async (academy, visit) =>
        {
            var last = await visit.Page.Locator(".question.here .option input").Last.GetAttributeAsync("value");
            await academy.StoreElsewhereAsync("E0078", visit.Attempt, last);
        }),
        ["attempt, out of time"] = OutOfTime("E0080"),
        ["attempt, not handed in"] = Attempt("E0097", 13, Sittings.EveryType).Then(async page =>
        {
            await page.EvaluateAsync(PostTooMuch);
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["attempt, hand-in sheet"] = Attempt("E0071").Then(HandIn),
        ["attempt, hand-in sheet offline"] = Offline("E0079").Then(HandIn).Then(async page =>
        {
            await page.ClickAsync("#hand-in .for-open .submit");
            await Expect(page.Locator("#hand-in .wait")).ToBeVisibleAsync();
        }),
    };

    private static Place Marking => Place.At("/authoring/marking", "T0001").Then(page => page.ClickAsync("tbody th a"));

    private static Task HandIn(IPage page) => page.Locator("[data-opens=hand-in]:visible").First.ClickAsync();

    private static Place Cover(string quiz, string number = "E0042") => new(number, async (academy, visit) =>
    {
        await visit.GoAsync($"/quizzes/{(await academy.QuizAsync(quiz)).Id}");
        foreach (var check in await visit.Page.Locator("[data-check]").AllAsync()) await Expect(check).ToBeVisibleAsync();
    });

    private static Place Result(string quiz, string number = "E0042") =>
        Cover(quiz, number).Then(page => page.Locator("td.actions a").Last.ClickAsync());

    private static Place Attempt(string number, int question = 1, string quiz = Usual) => new(number, async (academy, visit) =>
    {
        await visit.BeginAsync(await academy.QuizAsync(quiz));
        await visit.GoAsync($"/attempts/{visit.Attempt}#question-{question}");
    });

    /// <summary>What is answered is kept in the window until it is saved, and longer where it cannot be.</summary>
    private static Place Changing(Place place) => place with { ChangesWindow = true };

    private static Place Choosing(string number, Func<InspectedAcademy, Visit, Task> before) =>
        Changing(Attempt(number)).Then(before).Then(async page =>
        {
            await page.Locator(".question.here .option:not(:has(:checked))").First.ClickAsync();
            await Expect(page.Locator("#saved-state:not([data-state=saved])")).ToBeVisibleAsync();
        });

    private static Place Offline(string number) => Choosing(number, (_, visit) => visit.Window.SetOfflineAsync(true));

    private static Place OutOfTime(string number) => Changing(new(number, async (academy, visit) =>
    {
        await visit.Page.Clock.InstallAsync();
        await visit.BeginAsync(await academy.QuizAsync());
        await visit.Window.SetOfflineAsync(true);
        await visit.Page.Clock.FastForwardAsync("30:00");
        await Expect(visit.Page.Locator("#time-up")).ToBeVisibleAsync();
    }));
}
