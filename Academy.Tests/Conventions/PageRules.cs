using System.Reflection;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Conventions;

/// <summary>One page, one right, said by the page itself; nothing is open because somebody forgot it.</summary>
public sealed class PageRules(OpenedAcademy opened)
{
    private static readonly List<Type> Models = [.. typeof(Program).Assembly
        .GetTypes()
        .Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract)];

    [Fact]
    public void Every_page_has_a_model_of_its_own()
    {
        var pages = SourceFile.Views.Where(view => view.Text.StartsWith("@page", StringComparison.Ordinal)).ToList();
        Assert.All(pages, page => Assert.Contains(SourceFile.All, file => file.Path == $"{page.Path}.cs"));
        Assert.Equal(pages.Count, Models.Count);
    }

    [Fact]
    public void Every_page_says_itself_who_may_use_it() => Assert.All(Models, model => Assert.Single(
        model.GetCustomAttributes(inherit: false), statement => statement is IAuthorizeData or IAllowAnonymous));

    [Fact]
    public void A_page_has_at_most_one_get_and_one_post() => Assert.All(Models, model => Assert.Empty(
        Handlers(model)
            .Except(["OnGet", "OnPost"])
            .Concat(Handlers(model).GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key))));

    [Fact]
    public void No_right_is_stated_on_a_handler() =>
        Assert.All(Models.SelectMany(model => model.GetMethods()), method => Assert.DoesNotContain(
            method.GetCustomAttributes(inherit: true), statement => statement is IAuthorizeData or IAllowAnonymous));

    [Fact]
    public async Task Every_endpoint_states_who_may_use_it()
    {
        await using var app = new AcademyApp(opened);
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.NotEmpty(endpoints);
        Assert.Empty(endpoints.Where(e => !StatesRight(e)).Select(e => e.DisplayName));
    }

    private static bool StatesRight(Endpoint endpoint) =>
        endpoint.Metadata.Any(data => data is IAuthorizeData or IAllowAnonymous or AuthorizationPolicy);

    /// <summary>Names of the handlers without Async: what an address and a method lead to.</summary>
    private static IEnumerable<string> Handlers(Type model) =>
        model.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name)
            .Where(name => name.StartsWith("On", StringComparison.Ordinal) && char.IsUpper(name[2]))
            .Select(name => name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name);
}
