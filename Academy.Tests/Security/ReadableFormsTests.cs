using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Academy.Tests.Hosting;

namespace Academy.Tests.Security;

/// <summary>
/// A form that cannot be read is refused in words wherever it is sent and whether the thing it is about is there or not. The token is
/// in the header, so that nothing has to look into the form to let the request in.
/// </summary>
public sealed class ReadableFormsTests(WalkedAcademy academy) : IClassFixture<WalkedAcademy>
{
    private const string Parts = "multipart/form-data; boundary=b";
    private const string CutOff = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx";
    private const string Fields = "application/x-www-form-urlencoded";

    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "cut off", Parts, CutOff },
        { "a part that says nothing", Parts, "--b\r\nContent-Disposition: ;;;\r\n\r\nx\r\n--b--\r\n" },
        { "a part that has no name for a file", Parts, "--b\r\nContent-Disposition: form-data; filename=\"\0\"\r\n\r\nx\r\n--b--\r\n" },
        { "a boundary that never comes", Parts, "nothing" },
        { "too many fields", Fields, string.Join('&', Enumerable.Range(0, 60_000).Select(n => $"a{n}=")) },
        { "too long a name", Fields, $"{new string('a', 3000)}=1" },
        { "nothing at all", Fields, "\0" },
        { "no form", "text/plain", "Password=1" },
        { "for scripts", "application/json", "{}" },
        { "a name that opens a bracket", Fields, "[=1&Form.Title[=1&a[b=1" },
        { "rows that are nothing", Fields, "Form.Events.index=a&Terms.Sections.index=a&Question.Options.index=a&rows.index=a&index=a" },
        { "rows within rows", Fields, $"Question{Deep(20)}.Stem=1&Form{Deep(20)}=1" },
    };

    [Theory, MemberData(nameof(Unreadable))]
    public async Task Wherever_a_form_is_taken_one_that_cannot_be_read_is_refused_in_words(string what, string type, string body)
    {
        var faults = new List<string>();
        foreach (var row in EndpointTable.Rows.Where(row => row.Method == "POST"))
        {
            using var answer = await SendAsync(SomebodyAllowed(row), academy.AddressOf(row), type, body);
            if (!await SaysWhyAsync(answer)) faults.Add($"{row.Name}: {(int)answer.StatusCode}");
        }

        Assert.True(faults.Count == 0, $"{what}:\n{string.Join('\n', faults)}");
    }

    [Theory]
    [InlineData("/attempts/{running}")]
    [InlineData("/attempts/{running}/submit")]
    public async Task A_paper_that_is_cut_off_on_its_way_is_not_called_too_large(string address)
    {
        using var answer = await SendAsync("E0001", academy.Fill(address), Parts, CutOff);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("这次提交没有受理", (await answer.ReadPageAsync()).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task Rows_within_rows_are_not_read_from_an_address_either()
    {
        var address = academy.AddressOf(EndpointTable.Rows.Single(row => row.Name == "POST /authoring/banks/{bankId:long}/questions/new"));

        using var answer = await SendAsync("T0001", $"{address}?Question{Deep(20)}.Stem=1", Fields, "a=1");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(Fields, "a=1")]
    [InlineData("text/plain", "a=1")]
    [InlineData(null, "")]
    public async Task Nobody_signs_in_by_an_address(string? type, string body)
    {
        const string Address = $"/account/login?EmployeeNumber=E0001&Password={OpenedAcademy.Password}";

        using var answer = await SendAsync("nobody", Address, type, body);

        Assert.False(answer.Headers.Contains("Set-Cookie") && answer.StatusCode == HttpStatusCode.Redirect);
        Assert.True(await SaysWhyAsync(answer), $"{answer.StatusCode}");
    }

    [Theory]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", HttpStatusCode.UnsupportedMediaType)]
    public async Task The_columns_of_a_sheet_are_not_read_from_an_address(string method, HttpStatusCode status)
    {
        const string Address = "/authoring/imports/1/columns?Sheets[0].Columns[0]=Stem";

        using var answer = await academy.SendAsync("T0001", method, Address, content: null);

        Assert.Equal(status, answer.StatusCode);
    }

    /// <summary>What is not read as one act must not be taken for the other one, or for none.</summary>
    [Theory]
    [InlineData("A0001", "/admin/people/E0042/account", "Disable=zz")]
    [InlineData("A0001", "/admin/people/E0042/account", "a=1")]
    [InlineData("A0001", "/admin/people/E0042/roles", "Chosen=employee&Chosen=Foo")]
    [InlineData("A0001", "/admin/branches/B01/closure", "Close=zz")]
    [InlineData("A0001", "/admin/branches/B01/closure", "a=1")]
    [InlineData("J0001", "/judging/contestants/1/absence", "IsAbsent=zz")]
    [InlineData("J0001", "/judging/contestants/1/absence", "a=1")]
    [InlineData("J0001", "/judging/objections/1", "ResultId=1&Becomes=77&Reason=r")]
    [InlineData("J0001", "/judging/objections/1", "ResultId=1&Becomes=&Reason=r")]
    [InlineData("J0001", "/judging/objections/1", "ResultId=zz&Reason=r")]
    [InlineData("T0001", "/authoring/competitions/events/1/contestants", "Numbers=E0005&IsGuest=zz")]
    [InlineData("T0001", "/authoring/competitions/events/1/contestants", "Numbers=E0005&Withdraw=zz")]
    [InlineData("B0001", "/branch/contestants/1", "Ticked=1&Ticked=zz")]
    public async Task A_choice_that_cannot_be_read_is_no_choice(string person, string address, string body)
    {
        using var answer = await SendAsync(person, address, Fields, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await SaysWhyAsync(answer));
    }

    private static string Deep(int rows) => string.Concat(Enumerable.Repeat(".Parts[0]", rows));

    private static string SomebodyAllowed(EndpointRow row) =>
        WalkedAcademy.People.Zip(row.Answers).First(answer => answer.Second is not ("403" or "login")).First;

    /// <summary>What is refused has a page that says so.</summary>
    private static async Task<bool> SaysWhyAsync(HttpResponseMessage answer) => answer.StatusCode < HttpStatusCode.BadRequest
        || (answer.StatusCode < HttpStatusCode.InternalServerError && (await answer.ReadPageAsync()).QuerySelector("h1") is not null);

    private Task<HttpResponseMessage> SendAsync(string person, string address, string? type, string body) =>
        academy.SendAsync(person, "POST", address, new ByteArrayContent(Encoding.UTF8.GetBytes(body))
        {
            Headers = { ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type) },
        });
}
