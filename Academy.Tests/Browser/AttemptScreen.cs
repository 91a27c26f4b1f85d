using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Academy.Tests.Browser;

/// <summary>The page of a running attempt, by what its reader sees and hears.</summary>
public sealed class AttemptScreen(IPage page)
{
    public ILocator SavedState => page.Locator("#saved-state");
    public ILocator Band => page.Locator("#band");
    public ILocator Toast => page.Locator("#toast");
    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);
    public ILocator Navigator => page.GetByRole(AriaRole.Navigation);

    public ILocator Question(int number) => page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex($"^第 {number} 题 ") });

    public ILocator Option(int number, char letter) => Question(number).Locator("label").Nth(letter - 'A');

    public ILocator Choice(int number, char letter) => Option(number, letter).Locator("input");

    public ILocator Cell(int number, string state) => Navigator.GetByRole(AriaRole.Link, new() { Name = $"第 {number} 题，{state}" });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task GoToAsync(int number) => Navigator.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^第 {number} 题，") }).ClickAsync();

    /// <summary>Goes to a question and chooses one of its options.</summary>
    public async Task AnswerAsync(int number, char letter)
    {
        await GoToAsync(number);
        await Option(number, letter).ClickAsync();
    }
}
