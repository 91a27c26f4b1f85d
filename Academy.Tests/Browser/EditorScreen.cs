using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>The page on which a question is written, by what its writer sees; with the keyboard alone.</summary>
/// <param name="page">The page.</param>
/// <param name="part">The question of a case that is being written; null for the whole.</param>
public sealed class EditorScreen(IPage page, ILocator? part = null)
{
    private readonly ILocator place = part ?? page.Locator("#editor");
    private int writtenParts;

    public async Task TypeAsync(string label, string text)
    {
        await Field(label).FocusAsync();
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>
    /// Types one row after the other from the named field on: a bar goes to the next field of a row, a star
    /// says that the row is right.
    /// </summary>
    public async Task RowsAsync(string first, params string[] rows)
    {
        // The keys are told of once they work: a page that has only just come does not know them yet.
        await Expect(page.Locator("#key-help")).ToBeVisibleAsync();
        await PaintedAsync();
        await Field(first).FocusAsync();
        foreach (var (index, row) in rows.Index())
        {
            if (index > 0) await page.Keyboard.PressAsync("Enter");
            foreach (var (cell, text) in row.TrimStart('*').Split('|').Index())
            {
                if (cell > 0) await page.Keyboard.PressAsync("Tab");
                await page.Keyboard.InsertTextAsync(text);
            }

            if (row.StartsWith('*')) await page.Keyboard.PressAsync("Alt+Enter");
        }
    }

    /// <summary>Types what goes into each gap, one answer to a line.</summary>
    public async Task GapsAsync(params (string? Kind, string Answers)[] gaps)
    {
        foreach (var (index, (kind, answers)) in gaps.Index())
        {
            if (index > 0) await PressAsync("加一空");
            if (kind is not null) await ChooseAsync($"第 {index + 1} 空怎样作答", kind);
            await TypeAsync($"第 {index + 1} 空", answers);
        }
    }

    public async Task PartAsync(string type, Func<EditorScreen, Task> writeAsync)
    {
        var parts = page.Locator(".part");
        await Expect(parts).ToHaveCountAsync(writtenParts);
        await ChooseAsync("小题的题型", type);
        await PressAsync("加一道小题");
        await Expect(parts).ToHaveCountAsync(writtenParts + 1);
        await writeAsync(new EditorScreen(page, parts.Nth(writtenParts++)));
    }

    public Task ChooseAsync(string label, string option) => Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task CheckAsync(string label) => place.GetByRole(AriaRole.Radio, new() { Name = label, Exact = true }).PressAsync("Space");

    public Task PressAsync(string button) => place.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter");

    /// <summary>Waits until the page is there for the eye: a browser drops keys that are pressed before it has painted a page.</summary>
    private async Task PaintedAsync()
    {
        await page.WaitForLoadStateAsync();
        await page.EvaluateAsync("() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)))");
    }

    private ILocator Field(string label) => place.GetByLabel(label, new() { Exact = true });
}
