using Academy.Domain.Competitions.Drills;
using Academy.Domain.People;
using Academy.Tests.Competitions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>A drill as somebody does it who looks at the page and hits keys.</summary>
public sealed class DrillTests(DrillHall hall) : IClassFixture<DrillHall>
{
    private const string IsTakenDown = "async keys => (await (await fetch(location.href)).text()).includes(`data-kept=\"${keys}\"`)";

    private const string DeskOfThePage = """
        async ({ kind, tasks, streams }) => {
          const { Desk } = await import('/js/drill/desk.js');
          return streams.map(keys => {
            const desk = new Desk({ kind, tasks });
            for (const key of keys) desk.press(key);
            const told = desk.outcomes.map(outcome => `${desk.isRight(outcome)}:${outcome.entries.map(entry => entry ?? '').join('|')}`);
            return `${told.join(';')}/${desk.typedKeys}/${desk.misses}`;
          });
        }
        """;

    [Fact]
    public async Task A_sum_is_keyed_with_the_keyboard_alone_and_counted()
    {
        await using var visit = await hall.EnterAsync(Device.CounterPc, "E0051");
        var page = visit.Page;
        await visit.GoAsync("/drills/slips-sums-600");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).PressAsync("Enter");
        await page.Locator("body.ready").WaitForAsync();
        var run = await hall.RunningAsync("E0051");
        var first = run.Terms.Tasks()[0];

        // NumLock is off: the keys of the pad are called Home, ArrowUp and so on. A wrong digit is taken back, a page keyed again.
        await PressAsync(page, $"9B{first.Fields[0].Keys}E1R{first.Fields[0].Keys}E");
        await Expect(page.Locator("#steps-done")).ToHaveTextAsync("已打 1 / 20 页");
        await Expect(page.Locator("#page-number")).ToHaveTextAsync($"{first.Fields[1].Page}");
        await PressAsync(page, Typist.KeysOf(first)[(first.Fields[0].Keys.Length + 1)..]);

        await Expect(page.Locator("#task-title")).ToHaveTextAsync("第 2 题");
        await Expect(page.Locator("#pace-done")).ToHaveTextAsync("1");
        await EndAsync(page);
        await Expect(page.Locator("[data-score]")).ToHaveAttributeAsync("data-score", "1");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_lost_line_loses_no_key()
    {
        await using var visit = await hall.EnterAsync(Device.CounterPc, "E0052");
        var (page, run) = await hall.BeginAsync(visit, "E0052", Discipline.Keypad);
        var lines = run.Terms.Tasks().Take(3).Select(Typist.KeysOf).ToList();

        await PressAsync(page, lines[0], delay: 40);
        await Expect(page.Locator("#saved-state")).ToContainTextAsync("已同步");
        await visit.Window.SetOfflineAsync(true);
        await PressAsync(page, lines[1], delay: 40);
        await Expect(page.Locator("#band")).ToContainTextAsync("网络断了，请接着打，不要关闭页面。");
        await PressAsync(page, lines[2], delay: 40);
        await Expect(page.Locator("#saved-state")).ToContainTextAsync("等着补送");

        await visit.Window.SetOfflineAsync(false);
        await Expect(page.Locator("#band")).ToHaveAttributeAsync("data-kind", "none");
        await EndAsync(page);

        var finished = await hall.RunAsync(run.Id);
        Assert.Equal((3, 0, true), (finished.Right, finished.Wrong, finished.Counts));
        await Expect(page.Locator(".score .tag.gold")).ToContainTextAsync("个人最好");
    }

    [Fact]
    public async Task What_is_handed_in_while_the_line_is_down_goes_as_soon_as_it_is_back()
    {
        await using var visit = await hall.EnterAsync(Device.CounterPc, "E0053");
        var (page, run) = await hall.BeginAsync(visit, "E0053", Discipline.Keypad);
        await visit.Window.SetOfflineAsync(true);
        await PressAsync(page, Typist.KeysOf(run.Terms, 1), delay: 40);

        await page.ClickAsync("#end");
        await page.ClickAsync("#hand-in");
        await Expect(page.Locator("#started")).ToContainTextAsync("正在交成绩");
        await visit.Window.SetOfflineAsync(false);

        await page.WaitForURLAsync("**/result");
        Assert.Equal(1, (await hall.RunAsync(run.Id)).Right);
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_shows_what_was_keyed()
    {
        await using var visit = await hall.EnterAsync(Device.CounterPc, "E0054");
        var (page, run) = await hall.BeginAsync(visit, "E0054", Discipline.SlipHundred);
        var keys = $"{run.Terms.Tasks()[0].Fields[0].Keys}E12";
        await PressAsync(page, keys, delay: 40);
        while (!await page.EvaluateAsync<bool>(IsTakenDown, keys)) await page.WaitForTimeoutAsync(100);

        await page.ReloadAsync();

        await Expect(page.Locator("#typed")).ToHaveTextAsync("12");
        await Expect(page.Locator("#steps-done")).ToHaveTextAsync("已打 1 / 100 页");
    }

    [Fact]
    public async Task Keys_that_come_while_the_page_is_loaded_again_are_not_taken_for_anothers()
    {
        await using var visit = await hall.EnterAsync(Device.CounterPc, "E0057");
        var (page, run) = await hall.BeginAsync(visit, "E0057", Discipline.SlipHundred);
        var sent = new SentBatch(run.Id, 1, [new KeyStroke(100, '1'), new KeyStroke(300, '2')], run.StartedAt.AddSeconds(1));
        var (passages, clock) = (new Passages(() => []), TimeProvider.System);
        await hall.App.InStoreAsync(db =>
            new Timekeeper(db, passages, clock, NullLogger<Timekeeper>.Instance).TakeAsync(run.EmployeeId, sent, CancellationToken.None));

        await PressAsync(page, "3", delay: 40);
        await Expect(page.Locator("#typed")).ToHaveTextAsync("12");
        await page.Locator("body.ready").WaitForAsync();
        await PressAsync(page, "4", delay: 40);

        await Expect(page.Locator("#typed")).ToHaveTextAsync("124");
        await Expect(page.Locator("#saved-state")).ToContainTextAsync("已同步");
    }

    [Theory]
    [InlineData("slips-sums-600")]
    [InlineData("keypad-lines-300")]
    public async Task A_page_goes_by_the_rules_that_the_server_goes_by(string slug)
    {
        await using var visit = await hall.EnterAsync(Device.CounterPc, "E0056");
        await visit.GoAsync("/drills");
        var terms = new DrillTerms(Discipline.Named(slug)!, Typist.Seed);
        var (tasks, random) = (terms.Tasks(), new Random(9));
        var streams = Enumerable.Range(0, 60).Select(_ => Sloppily(Typist.KeysOf(terms, 2), random)).ToList();
        var texts = tasks
            .Select(task => task.Fields.Select(field => new { page = field.Page, row = field.Row, keys = field.Keys }).ToArray())
            .ToArray();
        var kind = slug.Split('-')[0];

        var shown = await visit.Page.EvaluateAsync<string[]>(DeskOfThePage, new { kind, tasks = texts, streams });

        Assert.Equal(streams.Select(keys => Tell(Replay.OfKeys(terms, Typist.Evenly(keys)))), shown);
    }

    [Fact]
    public async Task A_phone_has_ten_keys_of_its_own()
    {
        await using var visit = await hall.EnterAsync(Device.Phone, "E0055");
        var (page, run) = await hall.BeginAsync(visit, "E0055", Discipline.SlipSums);

        foreach (var key in run.Terms.Tasks()[0].Fields[0].Keys) await page.TapAsync($".pad [data-keys='{key}']");
        await page.TapAsync(".pad [data-keys='E']");
        await page.TapAsync(".pad [data-keys='00']");

        await Expect(page.Locator("#steps-done")).ToHaveTextAsync("已打 1 / 20 页");
        await Expect(page.Locator("#typed")).ToHaveTextAsync("00");
    }

    /// <summary>As it should be, but for one key in ten.</summary>
    private static string Sloppily(string keys, Random random) =>
        string.Concat(keys.Select(key => random.Next(10) > 0 ? $"{key}" : $"{"0123456789.EBFR"[random.Next(15)]}{key}"));

    private static string Tell(KeyedResult result)
    {
        var tasks = result.Tasks.Select(task => $"{(task.IsRight ? "true" : "false")}:{string.Join('|', task.Entries)}");
        return $"{string.Join(';', tasks)}/{result.Typed}/{result.Misses.Count}";
    }

    private static async Task EndAsync(IPage page)
    {
        await page.ClickAsync("#end");
        await page.ClickAsync("#hand-in");
        await page.WaitForURLAsync("**/result");
    }

    private static async Task PressAsync(IPage page, string keys, float delay = 0)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key switch
            {
                KeyStroke.Enter => "NumpadEnter",
                KeyStroke.Erase => "Backspace",
                KeyStroke.Back => "NumpadSubtract",
                KeyStroke.Point => "NumpadDecimal",
                _ => $"Numpad{key}",
            }, new() { Delay = delay });
        }
    }
}

/// <summary>A room to practice in, where time passes as it does outside.</summary>
public sealed class DrillHall(OpenedAcademy opened, Chromium chromium) : Classroom(opened, chromium)
{
    /// <summary>Starts a drill beside the page, opens it, and waits for the first moment that counts.</summary>
    public async Task<(IPage Page, DrillRun Run)> BeginAsync(Visit visit, string number, Discipline discipline)
    {
        await visit.GoAsync($"/drills/{discipline.Slug}");
        await visit.Page.ClickAsync(".start form button");
        await visit.Page.Locator("body.ready").WaitForAsync();
        return (visit.Page, await RunningAsync(number));
    }

    public Task<DrillRun> RunningAsync(string number) => App.InStoreAsync(async db =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        return await db.DrillRuns.AsNoTracking().Of(id).Running().SingleAsync();
    });

    public Task<DrillRun> RunAsync(long id) => App.InStoreAsync(db => db.DrillRuns.AsNoTracking().SingleAsync(r => r.Id == id));

    public async Task<IReadOnlyList<KeyStroke>> StrokesAsync(long id) => await App.InStoreAsync(async db =>
        (await db.KeysOfAsync(id, CancellationToken.None)).SelectMany(piece => piece.Keys).ToList());

    /// <summary>Waits until these keys are taken down.</summary>
    public async Task HasTakenDownAsync(IPage page, long id, string keys)
    {
        while (string.Concat((await StrokesAsync(id)).Select(stroke => stroke.Key)) is var taken && taken != keys)
        {
            Assert.StartsWith(taken, keys, StringComparison.Ordinal);
            await page.WaitForTimeoutAsync(100);
        }
    }

    protected override void Adjust(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new RunningClock()));

    private sealed class RunningClock : TimeProvider
    {
        private readonly long beginning = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => TestClock.Tuesday + System.GetElapsedTime(beginning);
    }
}
