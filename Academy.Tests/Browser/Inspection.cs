using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Academy.Tests.Browser;

/// <summary>Looks at a page as it stands for what keeps people out.</summary>
public static class Inspection
{
    private const string Address = "/inspection.js";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Violations = """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          // Style sheets and media are only fetched once more for rules that are not asked for here.
          const asked = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false };
          const { violations } = await axe.run(document, asked);
          return violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.help}): ${node.target} ${node.html}`));
        }
        """;

    /// <summary>
    /// The outermost elements that reach beyond the right edge and cannot be scrolled within something narrower, and
    /// tables that do not fold on a phone.
    /// </summary>
    private const string Overflowing = """
        () => {
          const root = document.documentElement;
          const reaches = element => element.getBoundingClientRect().right > root.clientWidth + 1;
          const isTooWide = element => element.scrollWidth > element.clientWidth;
          const all = isTooWide(root) ? [...document.body.querySelectorAll('*')] : [];
          const beyond = all.filter(element => reaches(element) && !reaches(element.parentElement));
          const unfolded = root.clientWidth < 768 ? [...document.querySelectorAll('.table-scroll:has(> .folding)')].filter(isTooWide) : [];
          return [...beyond, ...unfolded].map(element => element.outerHTML.slice(0, 200));
        }
        """;

    /// <summary>Has the academy serve the rules: a browser that has read them once knows them on the next page.</summary>
    public static IServiceCollection AddInspection(this IServiceCollection services) => services.AddSingleton<IStartupFilter, Rules>();

    /// <summary>One line for each fault: the rule and the element.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this Visit visit) =>
        [.. await ViolationsAsync(visit.Page), .. await SidewaysAsync(visit.Page), .. visit.Faults];

    /// <summary>The rules run in the page itself, which has to be all there is: they do not look into frames.</summary>
    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page)
    {
        await page.WaitForLoadStateAsync();
        Assert.Single(page.Frames);
        if (await page.EvaluateAsync<bool>("navigator.onLine")) await page.AddScriptTagAsync(new() { Url = Address });
        else await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Violations);
    }

    private static async Task<IEnumerable<string>> SidewaysAsync(IPage page) =>
        (await page.EvaluateAsync<string[]>(Overflowing)).Select(element => $"scrolls sideways: {element}");

    private sealed class Rules : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) => context.Request.Path == Address ? ServeAsync(context.Response) : rest(context));
            next(app);
        };

        private static Task ServeAsync(HttpResponse answer)
        {
            answer.ContentType = "text/javascript; charset=utf-8";
            answer.Headers.CacheControl = "max-age=3600";
            return answer.WriteAsync(Axe);
        }
    }
}
