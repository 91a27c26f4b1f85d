using System.Globalization;
using System.Net;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Security;

/// <summary>
/// An academy whose door everybody of the table has passed. Requests carry the cookies of that sign-in and keep none,
/// so that no request of the walk changes the next one's person.
/// </summary>
public sealed class WalkedAcademy(OpenedAcademy opened) : IAsyncLifetime
{
    /// <summary>Somebody who may look into everything one day and learns nothing here.</summary>
    private const string AuditorOnly = "X0001";

    public static readonly IReadOnlyList<string> People =
    [
        "nobody", "E0001", "T0001", "J0001", "B0001", "A0001", "U0001", "B0002", AuditorOnly,
    ];

    private readonly Dictionary<string, (string Cookies, string Token)> people = [];

    public AcademyApp App { get; } = new(opened);

    /// <summary>Of E0001: a paper in work, another that may be handed in, and one that is handed in.</summary>
    public long Running { get; private set; }
    public long ToSubmit { get; private set; }
    public long Submitted { get; private set; }

    /// <summary>Of E0001: a drill that goes on, and one that is done.</summary>
    public long Drill { get; private set; }
    public long Drilled { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await AddAuditorAsync();
        foreach (var person in People) people[person] = await PassTheDoorAsync(person);
        Running = await StartAsync("professional-ethics");
        ToSubmit = await StartAsync("self-discipline");
        Submitted = await StartAsync("counterfeit-currency");
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("E0001", "POST", $"/attempts/{Submitted}/submit")).StatusCode);
        Drilled = await BeginAsync("/drills/keypad-lines-300");
        // Whoever starts another has done with it.
        Drill = await BeginAsync("/drills/slips-sums-600");
    }

    public Task<HttpResponseMessage> SendAsync(string person, string method, string address, bool withToken = true) =>
        SendAsync(person, method, address, ContentFor(method, address), withToken);

    public async Task<HttpResponseMessage> SendAsync(
        string person, string method, string address, HttpContent? content, bool withToken = true)
    {
        // Whoever signs out has done so for good.
        var (cookies, token) = address == "/account/logout" ? await PassTheDoorAsync(person) : people[person];
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = App.Address,
        };
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = content };
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        if (withToken) request.Headers.Add("RequestVerificationToken", token);
        return await client.SendAsync(request);
    }

    public string AddressOf(EndpointRow row) => Fill(row.Address);

    /// <summary>An address with the numbers of this academy's attempts.</summary>
    public string Fill(string address) => address
        .Replace("{running}", Running.ToString(CultureInfo.InvariantCulture))
        .Replace("{to-submit}", ToSubmit.ToString(CultureInfo.InvariantCulture))
        .Replace("{submitted}", Submitted.ToString(CultureInfo.InvariantCulture))
        .Replace("{drill}", Drill.ToString(CultureInfo.InvariantCulture))
        .Replace("{drilled}", Drilled.ToString(CultureInfo.InvariantCulture));

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static HttpContent? ContentFor(string method, string address) => method switch
    {
        "PUT" => Json(address),
        "POST" => new FormUrlEncodedContent([KeyValuePair.Create("language", "en"), KeyValuePair.Create("appearance", "dark")]),
        _ => null,
    };

    private static StringContent Json(string address) => new(
        address.Split('/')[^1] switch
        {
            "progress" => """{"visibleSeconds": 1, "clause": 1}""",
            "sheet" => """{"revision": 1, "figures": {}}""",
            _ when address.Contains("/batches/", StringComparison.Ordinal) => """{"keys": [[1, "7"]]}""",
            _ => """{"revision": 1, "value": null}""",
        },
        new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

    private async Task<(string Cookies, string Token)> PassTheDoorAsync(string person)
    {
        var jar = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false })
        {
            BaseAddress = App.Address,
        };
        var page = "/account/login";
        if (person != "nobody")
        {
            await client.PostFormAsync(page, page, ("EmployeeNumber", person), ("Password", OpenedAcademy.Password));
            page = "/account/password";
        }

        var token = (await client.GetPageAsync(page)).Token();
        return (jar.GetCookieHeader(App.Address), token);
    }

    private async Task<long> StartAsync(string slug)
    {
        var quiz = await App.InStoreAsync(db => db.Quizzes.Where(q => q.Slug == slug).Select(q => q.Id).SingleAsync());
        return await BeginAsync($"/quizzes/{quiz}/start");
    }

    private async Task<long> BeginAsync(string address)
    {
        var answer = await SendAsync("E0001", "POST", address);
        return long.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private Task<int> AddAuditorAsync() => App.InStoreAsync(async db =>
    {
        var known = await db.Employees.Numbered("U0001").SingleAsync();
        var auditor = new Employee(AuditorOnly, "审计员", known.BranchId, known.PositionId, new DateOnly(2026, 11, 2));
        auditor.ChoosePassword(known.PasswordHash!);
        db.Add(auditor);
        await db.SaveChangesAsync();
        var role = await db.Roles.Where(r => r.Name == Roles.Auditor).Select(r => r.Id).SingleAsync();
        db.UserRoles.Add(new IdentityUserRole<long> { UserId = auditor.Id, RoleId = role });
        return await db.SaveChangesAsync();
    });
}
