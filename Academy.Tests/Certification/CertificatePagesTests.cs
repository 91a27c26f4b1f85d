using System.Globalization;
using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Certification;
using Academy.Domain.Files.Pdf;
using Academy.Tests.Hosting;
using Academy.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MiniExcelLibs;

namespace Academy.Tests.Certification;

/// <summary>Certificates on the screen, on paper, and before a stranger.</summary>
public sealed class CertificatePagesTests(SharedAcademy academy, OpenedAcademy opened) : IClassFixture<SharedAcademy>
{
    private const string Holder = "E0042";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task One_sees_what_one_holds_and_what_is_lacking_for_the_next()
    {
        var page = await (await App.SignInAsync(Holder)).GetPageAsync("/certificates");

        Assert.Contains("柜面业务岗位资格", page.QuerySelector(".items h3")!.TextContent);
        Assert.Equal("可换证", page.QuerySelector(".items .tag")!.TextContent.Trim());
        Assert.Contains("换证：柜面业务岗位资格", page.Body!.TextContent);
        var ways = page.QuerySelectorAll(".certificate-steps a").Select(step => step.GetAttribute("href")!);
        Assert.Contains(ways, way => way.StartsWith("/quizzes/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_waits_for_the_academy_reads_that_it_comes_by_itself()
    {
        var page = await (await App.SignInAsync("E0003")).GetPageAsync("/certificates");

        Assert.Equal("有效", page.QuerySelector(".items .tag")!.TextContent.Trim());
        var none = await (await App.SignInAsync("T0001")).GetPageAsync("/certificates");
        Assert.Contains("还没有证书", none.QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task A_certificate_is_the_holders_and_of_those_who_look_after_them()
    {
        var id = (await CertificateOfAsync(Holder)).Id;
        foreach (var (number, status) in new[]
        {
            (Holder, HttpStatusCode.OK), ("A0001", HttpStatusCode.OK), ("U0001", HttpStatusCode.OK), ("B0001", HttpStatusCode.OK),
            ("B0002", HttpStatusCode.NotFound), ("E0001", HttpStatusCode.NotFound), ("T0001", HttpStatusCode.NotFound),
        })
            Assert.Equal(status, (await (await App.SignInAsync(number)).GetAsync($"/certificates/{id}")).StatusCode);
    }

    [Fact]
    public async Task The_paper_has_all_that_is_shown_in_text_that_can_be_found()
    {
        Assert.SkipUnless(App.Services.GetRequiredService<PdfPress>().HasFont, "There is no font with Chinese here.");
        var certificate = await CertificateOfAsync(Holder);

        var answer = await (await App.SignInAsync(Holder)).GetAsync($"/certificates/{certificate.Id}?format=pdf");
        var file = await answer.Content.ReadAsByteArrayAsync();

        TestContext.Current.TestOutputHelper!.WriteLine($"a certificate: {file.Length / 1024} KB");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.InRange(file.Length, 1, 300 * 1024);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(file);
        var text = Assert.Single(pdf.GetPages()).Text;
        foreach (var said in new[]
        {
            "岗位资格证书", "Certificate of Post Qualification", "苏映禾", Holder, "城关支行营业室", "柜员", "86 / 100", "柜面业务岗位资格",
            certificate.Number, certificate.PrintedCode, Shown(certificate.IssuedOn), Shown(certificate.ExpiresOn),
        })
            Assert.Contains(said, text);
    }

    [Fact]
    public async Task Without_a_font_the_page_says_why_there_is_no_paper()
    {
        await using var app = new AcademyApp(opened, adjust: services =>
            services.Replace(ServiceDescriptor.Singleton(new PdfPress(() => null))));
        var id = (await CertificateOfAsync(Holder)).Id;

        var page = await (await app.SignInAsync(Holder)).GetPageAsync($"/certificates/{id}?format=pdf");

        Assert.Contains("没有中文字体", page.QuerySelector(".message.warn")!.TextContent);
    }

    [Theory]
    [InlineData("E0003", "Valid", "有效")]
    [InlineData(Holder, "Valid", "有效")]
    [InlineData("E0001", "InGrace", "宽限期内")]
    [InlineData("E0002", "Expired", "已过期")]
    [InlineData("E0020", "Revoked", "已撤销")]
    [InlineData("E0022", "Renewed", "已换证")]
    public async Task A_stranger_sees_every_printed_field_and_the_state(string number, string state, string word)
    {
        var certificate = await CertificateOfAsync(number);

        var page = await App.NewClient().GetPageAsync($"/verify/{certificate.PrintedCode.ToLowerInvariant()}");

        var told = page.QuerySelector(".certificate-verdict")!.GetAttribute("data-state");
        Assert.Equal((state, word), (told, page.QuerySelector("h1")!.TextContent));
        string[] printed =
        [
            certificate.HolderName, number, certificate.Branch, certificate.Position, $"{certificate.Score} / 100", certificate.Title,
            Shown(certificate.IssuedOn), Shown(certificate.ExpiresOn), certificate.Number, certificate.PrintedCode,
        ];
        Assert.Equal(printed, page.QuerySelectorAll(".certificate-fields dd").Select(field => field.TextContent));
        Assert.DoesNotContain("岗位分离", page.Body!.TextContent);
        Assert.Null(page.QuerySelector("nav"));
    }

    [Theory]
    [InlineData("/verify/ABCD")]
    [InlineData("/verify/2222-2222-2222-2222")]
    [InlineData("/verify/%E8%AF%81%E4%B9%A6")]
    [InlineData("/verify?code=2222222222222222")]
    public async Task What_nobody_has_is_answered_alike(string address)
    {
        var answer = await App.NewClient().GetAsync(address);

        var page = await answer.ReadPageAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("没有查到", page.QuerySelector("h1")!.TextContent);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Whoever_tries_codes_is_stopped()
    {
        await using var app = new AcademyApp(opened);
        var client = app.NewClient();
        for (var i = 0; i < VerificationLimit.Most; i++) await client.GetAsync("/verify/2222222222222222");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/verify/2222222222222222")).StatusCode);
    }

    [Fact]
    public async Task The_register_filters_and_several_are_renewed_from_it()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        var page = await administrator.GetPageAsync("/admin/certificates?state=InGrace");
        var ids = page.QuerySelectorAll("[name=ids]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Equal(3, ids.Count);

        var without = await administrator.PostShownAsync("/admin/certificates", "/admin/certificates/renewals", ("ids", ids[0]));
        var told = await administrator.GetPageAsync(without.Headers.Location!.ToString());
        Assert.Contains("请写明依据", told.QuerySelector("[role=alert]")!.TextContent);
        await administrator.PostShownAsync(
            "/admin/certificates", "/admin/certificates/renewals", [("Reason", "集中培训合格"), .. ids.Select(id => ("ids", id))]);

        var after = await administrator.GetPageAsync("/admin/certificates?state=InGrace");
        Assert.Contains("已换证 3 张", after.QuerySelector(".flash")!.TextContent);
        Assert.Empty(after.QuerySelectorAll("[name=ids]"));
        Assert.Contains("GMZG-", (await administrator.GetPageAsync("/admin/certificates?q=E0042")).QuerySelector("tbody")!.TextContent);
        var none = await administrator.GetPageAsync("/admin/certificates?q=nobody");
        Assert.Contains("没有符合条件", none.QuerySelector(".panel-foot")!.TextContent);
    }

    [Fact]
    public async Task Those_who_wait_are_approved_from_their_list()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        const string Approvals = "/admin/certificates/approvals";
        var waiting = (await administrator.GetPageAsync(Approvals)).QuerySelectorAll("[name=ids]")
            .Select(box => box.GetAttribute("value")!);

        await administrator.PostShownAsync(Approvals, null, [.. waiting.Select(id => ("ids", id))]);

        Assert.Contains("已核准发证 2 张", (await administrator.GetPageAsync(Approvals)).QuerySelector(".flash")!.TextContent);
        Assert.Contains("没有人在等核准", (await administrator.GetPageAsync(Approvals)).QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task Prior_learning_is_entered_and_a_certificate_is_taken_back()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        const string Entry = "/admin/certificates/new";
        var scheme = await app.InStoreAsync(db => db.Schemes.Where(s => s.Slug == "counter-teller").Select(s => s.Id).SingleAsync());

        var wrong = await (await administrator.PostShownAsync(Entry, null, ("Number", "E9999"), ("Evidence", "x"))).ReadPageAsync();
        Assert.NotNull(wrong.QuerySelector("#Number-error"));
        var entered = await administrator.PostShownAsync(
            Entry, null, ("Number", " e0007 "), ("SchemeId", $"{scheme}"), ("IssuedOn", "2026-05-01"), ("Evidence", "省联社证书 2026-12"));
        var card = entered.Headers.Location!.ToString();
        Assert.Contains("省联社证书 2026-12", (await administrator.GetPageAsync(card)).Body!.TextContent);

        var revocation = $"/admin{card}/revocation";
        Assert.NotNull((await (await administrator.PostShownAsync(revocation)).ReadPageAsync()).QuerySelector("#Reason-error"));
        await administrator.PostShownAsync(revocation, null, ("Reason", "材料不实"));
        var after = await administrator.GetPageAsync(card);
        Assert.Contains("材料不实", after.QuerySelector(".message.danger")!.TextContent);
        Assert.Null(after.QuerySelector(".form-actions"));
    }

    [Fact]
    public async Task A_scheme_is_made_changed_and_withdrawn_on_its_page()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        (string, string)[] form =
        [
            ("Form.Title", "反假货币资格"), ("Form.Prefix", "FJHB"), ("Form.Positions", "teller"), ("Form.ValidMonths", "36"),
            ("Form.RenewalDays", "60"), ("Form.GraceDays", "30"), ("Form.StartsOn", "2026-11-24"),
            ("Form.Requirements[0].Subject", "Course:counterfeit-currency"), ("Form.Requirements[1].Subject", "Quiz:counterfeit-currency"),
            ("Form.Requirements[1].Figure", "90"), ("Form.Requirements[1].Months", "12"),
        ];

        var made = await administrator.PostShownAsync("/admin/schemes/new", null, form);
        var address = made.Headers.Location!.ToString();
        var page = await administrator.GetPageAsync(address);
        Assert.Equal("90", page.QuerySelector("#Requirements-1-Figure")!.GetAttribute("value"));
        Assert.Equal("12", page.QuerySelector("#Requirements-1-Months")!.GetAttribute("value"));

        var endless = await administrator.PostShownAsync(address, null, [.. form.Where(f => f.Item1 != "Form.ValidMonths")]);
        var wrong = await endless.ReadPageAsync();
        Assert.Contains("有效期是 1 至 120 个月", wrong.QuerySelector("#ValidMonths-error")!.TextContent);
        await administrator.PostShownAsync(address, null, [.. form.Where(f => f.Item1 != "Form.GraceDays"), ("Form.GraceDays", "10")]);
        await administrator.PostShownAsync(address, $"{address}/withdrawal");
        Assert.Contains("停用", (await administrator.GetPageAsync(address)).QuerySelector(".message")!.TextContent);
        var terms = await app.InStoreAsync(db => db.Schemes.Where(s => s.Prefix == "FJHB").Select(s => s.Terms).SingleAsync());
        Assert.Equal((10, 36, 2), (terms.GraceDays, terms.ValidMonths, terms.Requirements.Count));
    }

    [Fact]
    public async Task A_branch_head_sees_who_of_theirs_holds_what_and_takes_it_away()
    {
        await using var app = new AcademyApp(opened);
        var head = await app.SignInAsync("B0001");
        var page = await head.GetPageAsync("/branch/certificates");

        Assert.Contains("城关支行", page.QuerySelector("h1")!.TextContent);
        var lacking = await head.GetPageAsync("/branch/certificates?state=none");
        Assert.Contains("未持证", lacking.QuerySelectorAll("table")[^1].TextContent);
        Assert.DoesNotContain("可换证", lacking.QuerySelectorAll("table")[^1].TextContent);
        Assert.Contains("苏映禾", (await head.GetPageAsync("/branch/certificates?q=E0042")).Body!.TextContent);
        Assert.Contains("换证", (await head.GetPageAsync("/branch/certificates/E0042")).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/branch/certificates/E0003")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/branch/certificates?unit=200")).StatusCode);

        var file = await (await head.GetAsync("/branch/certificates/export")).Content.ReadAsStreamAsync();
        var rows = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Contains(rows, row => (string)row["工号"] == Holder && (string)row["状态"] == "可换证");
        Assert.DoesNotContain(rows, row => (string)row["工号"] == "E0003");
        Assert.True(await app.InStoreAsync(db => db.AuditEntries.AnyAsync(e => e.Act == CertificationTrail.CertificatesExported)));
    }

    private Task<Certificate> CertificateOfAsync(string number) => App.InStoreAsync(db =>
        db.Certificates.AsNoTracking().Where(c => c.HolderNumber == number).OrderBy(c => c.Ordinal).FirstAsync());

    private static string Shown(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
