using System.Globalization;
using System.Net;
using Academy.Domain.Auditing;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace Academy.Tests.Auditing;

/// <summary>Who takes data of the bank away leaves a line: what, which of it, how much, and from where.</summary>
public sealed class ExportTrailTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Place = "203.0.113.7";

    [Theory]
    [InlineData("U0001", "/admin/audit/export?who=U0001&from=2026-11-01&odd=1", "TrailExported", "audit", "who=U0001 from=2026-11-01")]
    [InlineData("T0001", "/authoring/banks/1/export?format=gift", "BankExported", null, "format=gift")]
    [InlineData("T0001", "/authoring/banks/1/export?format=xlsx", "BankExported", null, "format=xlsx")]
    [InlineData("T0001", "/authoring/banks/1/print?key=true", "BankExported", null, "print key=true")]
    [InlineData("U0001", "/branch/coverage.xlsx?at=101", "CoverageExported", "101", "at=101")]
    [InlineData("U0001", "/branch/attestations/export?unit=101", "SignaturesExported", null, "unit=101 edition=1 xlsx")]
    [InlineData("U0001", "/branch/attestations?unit=101&whole=true", "SignaturesExported", null, "unit=101 edition=1 print")]
    [InlineData("E0042", "/standings/export?drill=keypad-lines-300&quarter=2026-3", "StandingsExported", null,
        "drill=keypad-lines-300 quarter=2026-3 xlsx")]
    [InlineData("E0042", "/standings/season/export?quarter=2026-3", "StandingsExported",
        "/standings/season?quarter=2026-3", "season=2026-3 xlsx")]
    [InlineData("E0042", "/competitions/events/1/board/export", "StandingsExported", "1", "drill=keypad-lines-300 xlsx")]
    public async Task Each_export_leaves_a_line(string who, string address, string act, string? key, string filter)
    {
        var client = await SignInAsync(who);
        var before = await LinesAsync();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);

        var line = Assert.Single(await LinesAsync(), entry => before.TrueForAll(known => known.Id != entry.Id));
        Assert.Equal((who, new Act(act), AuditingTrail.Export), (line.ActorNumber, line.Act, line.Subject));
        Assert.Equal((Place, filter), (line.After["Address"], line.After["Filter"]));
        Assert.InRange(int.Parse(line.After["Rows"]!, CultureInfo.InvariantCulture), 1, int.MaxValue);
        if (key is not null) Assert.Equal(key, line.SubjectKey);
    }

    [Fact]
    public async Task The_line_says_how_many_rows_the_file_has_and_is_itself_not_among_them()
    {
        var auditor = await SignInAsync("U0001");

        await using var file = new MemoryStream(await auditor.GetByteArrayAsync("/admin/audit/export?act=SignedIn"));

        var line = (await LinesAsync()).Last(entry => entry.After["Filter"] == "act=SignedIn");
        Assert.Equal($"{file.Query(useHeaderRow: true).Count()}", line.After["Rows"]);
    }

    [Theory]
    [InlineData("zh-CN", "导出题库", "格式 moodle-xml")]
    [InlineData("en", "Bank exported", "format moodle-xml")]
    public async Task The_trail_shows_it_in_the_readers_language(string language, string words, string scope)
    {
        await (await SignInAsync("T0001")).GetAsync("/authoring/banks/1/export?format=moodle-xml");
        var auditor = await SignInAsync("U0001");
        await auditor.PostFormAsync("/account/password", "/preferences/language", ("language", language));

        var row = (await auditor.GetPageAsync("/admin/audit?act=BankExported&q=moodle-xml")).QuerySelector("tbody tr")!.TextContent;

        Assert.All([words, "T0001", Place, scope], part => Assert.Contains(part, row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("E0001", "/admin/audit/export")]
    [InlineData("T0001", "/authoring/banks/1/export?format=doc")]
    [InlineData("T0001", "/authoring/banks/999/export?format=gift")]
    [InlineData("B0001", "/branch/coverage.xlsx?at=000")]
    [InlineData("B0001", "/branch/attestations/export?unit=000")]
    public async Task What_is_refused_leaves_none(string who, string address)
    {
        var client = await SignInAsync(who);
        var before = await LinesAsync();

        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);

        Assert.Equal(before.Count, (await LinesAsync()).Count);
    }

    private Task<List<AuditEntry>> LinesAsync() => academy.App.InStoreAsync(db =>
        db.AuditEntries.AsNoTracking().Where(e => e.Subject == AuditingTrail.Export).OrderBy(e => e.Id).ToListAsync());

    private async Task<HttpClient> SignInAsync(string number)
    {
        var client = academy.App.ClientAt(Place);
        await client.PostFormAsync(
            "/account/login", "/account/login", ("EmployeeNumber", number), ("Password", OpenedAcademy.Password));
        return client;
    }
}
