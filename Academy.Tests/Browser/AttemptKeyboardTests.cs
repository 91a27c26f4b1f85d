using System.Text.Json;
using Academy.Domain.Questions.Texts;
using Academy.Tests.Quizzes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>A paper is taken with the keyboard alone, and whoever does so sees where they are.</summary>
[Collection<ExamHall.Shared>]
public sealed class AttemptKeyboardTests(ExamHall hall)
{
    /// <summary>More than Tab makes on its way round the page.</summary>
    private const int MostStops = 20;

    private const string UnmarkedFocus = """
        () => {
          const focused = document.activeElement;
          const isMarked = element => {
            const style = element && getComputedStyle(element);
            return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          };
          if (focused === document.body || isMarked(focused) || isMarked(focused.closest('label'))) return null;
          return focused.outerHTML.slice(0, 200);
        }
        """;

    [Fact]
    public async Task A_whole_paper_is_answered_and_handed_in_without_a_mouse()
    {
        var (visit, screen) = await hall.SeatAsync("E0031");
        await using var _ = visit;
        var keyboard = visit.Page.Keyboard;

        for (var number = 1; number <= 20; number++)
        {
            await keyboard.PressAsync("a");
            await keyboard.PressAsync("Enter");
        }

        await Expect(screen.Dialog).ToContainTextAsync("都答完了");
        await TabToAsync(visit.Page, screen.Dialog.GetByRole(AriaRole.Button, new() { Name = "交卷" }));
        await keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/result");
        Assert.Equal(20, (await hall.PaperAsync(visit.Attempt)).Responses.Count);
    }

    [Fact]
    public async Task What_stands_in_the_right_order_is_answered_as_it_stands()
    {
        var (visit, screen) = await hall.SeatAsync("E0036", Sittings.EveryType);
        await using var _ = visit;
        var slot = (await hall.PaperAsync(visit.Attempt)).Slots.Single(slot => slot.Question.Type == QuestionType.Ordering);
        await screen.GoToAsync(slot.Number);
        var keep = screen.Question(slot.Number).GetByRole(AriaRole.Button, new() { Name = "就是这个顺序" });

        await keep.PressAsync("Enter");

        await Expect(screen.Cell(slot.Number, "已保存")).ToBeVisibleAsync();
        await Expect(keep).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(JsonSerializer.Serialize(slot.OptionOrder), Assert.Single((await hall.PaperAsync(visit.Attempt)).Responses).Value);
    }

    [Fact]
    public async Task Whoever_presses_twice_to_hand_in_still_sees_what_they_hand_in()
    {
        var (visit, screen) = await hall.SeatAsync("E0035");
        await using var _ = visit;

        await visit.Page.Locator("[data-opens=hand-in]:visible").First.DblClickAsync();

        await Expect(screen.Dialog).ToBeVisibleAsync();
        await visit.Page.Mouse.ClickAsync(5, 5);
        await Expect(screen.Dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_focus_is_seen_wherever_Tab_leads()
    {
        var (visit, screen) = await hall.SeatAsync("E0032");
        await using var _ = visit;

        for (var stop = 1; stop <= MostStops; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.Null(await visit.Page.EvaluateAsync<string?>(UnmarkedFocus));
        }

        await TabToAsync(visit.Page, visit.Page.GetByRole(AriaRole.Link, new() { Name = "跳到题目" }));
        await TabToAsync(visit.Page, screen.Button("交卷"));
    }

    [Fact]
    public async Task The_sheet_names_the_open_questions_leads_there_and_gives_the_focus_back()
    {
        var (visit, screen) = await hall.SeatAsync("E0033");
        await using var _ = visit;
        await screen.AnswerAsync(1, 'A');

        await screen.Button("交卷").PressAsync("Enter");
        await Expect(screen.Dialog).ToContainTextAsync("第 2–20 题还没答");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(screen.Dialog).ToBeHiddenAsync();
        await Expect(screen.Button("交卷")).ToBeFocusedAsync();

        await screen.Button("交卷").PressAsync("Enter");
        await screen.Button("去答第 2 题").PressAsync("Enter");
        await Expect(screen.Question(2)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_single_keys_can_be_turned_off()
    {
        var (visit, screen) = await hall.SeatAsync("E0034");
        await using var _ = visit;

        await screen.Button("关闭快捷键").ClickAsync();
        await visit.Page.Keyboard.PressAsync("a");
        await Expect(screen.Choice(1, 'A')).Not.ToBeCheckedAsync();
        await screen.Button("打开快捷键").ClickAsync();
        await visit.Page.Keyboard.PressAsync("a");
        await Expect(screen.Choice(1, 'A')).ToBeCheckedAsync();
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var stops = 0; stops < MostStops
            && !await target.EvaluateAsync<bool>("element => element === document.activeElement"); stops++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(target).ToBeFocusedAsync();
    }
}
