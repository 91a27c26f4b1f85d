using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>The page of a running attempt, by what its reader sees and hears.</summary>
public sealed class AttemptScreen(IPage page)
{
    private const string Entered = """
        () => [...new FormData(document.getElementById('paper'))]
          .filter(([name]) => name.startsWith('slot-')).map(([name, value]) => `${name}=${value}`)
        """;

    public ILocator SavedState => page.Locator("#saved-state");
    public ILocator Band => page.Locator("#band");
    public ILocator Toast => page.Locator("#toast");
    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);
    public ILocator Navigator => page.GetByRole(AriaRole.Navigation);

    /// <summary>The question that is shown.</summary>
    private ILocator Here => page.Locator(".question.here");

    public ILocator Question(int number) => page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex($"^第 {number} 题 ") });

    public ILocator Option(int number, char letter) => Question(number).Locator("label").Nth(letter - 'A');

    public ILocator Choice(int number, char letter) => Option(number, letter).Locator("input");

    public ILocator Cell(int number, string state) => Navigator.GetByRole(AriaRole.Link, new() { Name = $"第 {number} 题，{state}" });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task GoToAsync(int number) =>
        Navigator.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^第 {number} 题，") }).ClickAsync();

    /// <summary>Presses the keys of options.</summary>
    public async Task ChooseAsync(params string[] texts)
    {
        await Here.WaitForAsync();
        var options = (await Here.Locator(".option-text").AllInnerTextsAsync()).ToList();
        foreach (var text in texts) await page.Keyboard.PressAsync($"{options.IndexOf(text) + 1}");
    }

    /// <summary>Fills in what is typed or chosen from a list.</summary>
    public async Task FillAsync(params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
        {
            var field = Here.GetByLabel(label, new() { Exact = true });
            if (await field.EvaluateAsync<bool>("field => field.matches('select')"))
                await field.SelectOptionAsync(new SelectOptionValue { Label = value });
            else await field.PressSequentiallyAsync(value);
        }

        await page.Keyboard.PressAsync("Tab");
    }

    public async Task WriteAsync(string text)
    {
        await Here.GetByRole(AriaRole.Textbox).PressSequentiallyAsync(text);
        await page.Keyboard.PressAsync("Tab");
    }

    /// <summary>Brings each item up to its place, one press at a time; what was drawn is no answer before something is moved.</summary>
    public async Task SortAsync(params string[] texts)
    {
        var items = Here.Locator(".order-text");
        await Here.Locator("[data-move='1']").First.PressAsync("Enter");
        foreach (var (place, text) in texts.Index())
            for (var at = (await items.AllInnerTextsAsync()).ToList().IndexOf(text); at > place; at--)
                await Here.Locator("[data-move='-1']").Nth(at).PressAsync("Enter");
    }

    /// <summary>What stands in the fields of the paper.</summary>
    public Task<string[]> EnteredAsync() => page.EvaluateAsync<string[]>(Entered);

    public async Task ExpectAllSavedAsync()
    {
        await Expect(Navigator.Locator(".cell:not([data-state=saved])")).ToHaveCountAsync(0);
        await Expect(SavedState).ToHaveAttributeAsync("data-state", "saved");
    }

    /// <summary>Goes to a question and chooses one of its options.</summary>
    public async Task AnswerAsync(int number, char letter)
    {
        await GoToAsync(number);
        await Option(number, letter).ClickAsync();
    }
}
