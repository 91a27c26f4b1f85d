using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Academy.Tests.Conventions;

/// <summary>What the rules for the source promise, seen on the pages as they are served.</summary>
public sealed class ShownPagesTests(OpenedAcademy opened)
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task No_page_shows_a_raw_key_or_carries_anything_inline(string language)
    {
        await using var app = new AcademyApp(
            opened,
            adjust: services => services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, MissingTexts>()));
        foreach (var number in new[] { "E0001", "E0042" })
        {
            var person = await app.SignInAsync(number);
            await person.PostFormAsync("/", "/preferences/language", ("language", language));
            var paper = await person.PostFormAsync("/quizzes/1", "/quizzes/1/start");
            foreach (var address in (await AddressesAsync(app, number)).Append(paper.Headers.Location!.ToString()))
                AssertClean(await person.GetPageAsync(address), language, address);
        }

        var trainer = await app.SignInAsync("T0001");
        await trainer.PostFormAsync("/", "/preferences/language", ("language", language));
        foreach (var address in TrainersPages) AssertClean(await trainer.GetPageAsync(address), language, address);

        var stranger = app.NewClient();
        AssertClean(
            await (await stranger.PostFormAsync("/account/login", "/account/login", ("EmployeeNumber", "E0001"), ("Password", "wrong")))
                .ReadPageAsync(),
            "zh-CN",
            "login");
        Assert.Empty(((MissingTexts)app.Services.GetRequiredService<IStringLocalizerFactory>()).Keys);
    }

    private static string[] TrainersPages =>
    [
        "/authoring/banks", "/authoring/banks/new", "/authoring/banks/1", "/authoring/competitions", "/authoring/competitions/new",
        "/authoring/competitions/1", "/judging",
        "/authoring/banks/1?type=SingleChoice&state=Retired&want=Clause&q=x", "/authoring/banks/1/categories",
        "/authoring/banks/1/similar", "/authoring/questions/1", "/authoring/questions/1/versions", "/authoring/review",
    ];

    private static async Task<List<string>> AddressesAsync(AcademyApp app, string number) => await app.InStoreAsync(async db =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        var quizzes = await db.Quizzes.Select(q => $"/quizzes/{q.Id}").ToListAsync();
        var results = await db.Attempts.Of(id).Where(a => a.SubmittedAt != null).Select(a => $"/attempts/{a.Id}/result").ToListAsync();
        return (List<string>)
        [
            "/", "/drills", "/drills/slips-sums-600", "/drills/keypad-lines-300", "/drills/typing-text-300",
            "/drills/slips-sums-600/progress", "/drills/keypad-lines-300/progress", "/drills/slips-hundred-600/progress",
            "/competitions", "/competitions/1", "/competitions/2",
            "/competitions/events/1", "/standings", "/standings?of=branches", "/standings?drill=keypad-lines-300&quarter=2026-3",
            "/standings/season", "/standings/season?quarter=2026-3", "/standings/season?quarter=2026-3&of=branches",
            "/courses", "/courses/professional-ethics", "/courses/professional-ethics/general", "/quizzes", "/account/password",
            "/account/sessions", "/status/400", "/status/403", "/status/404", "/status/405", "/error", .. quizzes, .. results,
        ];
    });

    private static void AssertClean(IHtmlDocument page, string language, string address)
    {
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("style, script:not([type=module][src])").Select(e => $"{address}: {e.OuterHtml}"));
        Assert.Empty(
            from element in page.All
            from attribute in element.Attributes
            where attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)
            select $"{address}: {attribute.Name} of {element.LocalName}");
        // A number that was not given as a count would show its choice of words: 3 question|questions.
        Assert.DoesNotContain("|", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
