using System.Net;
using Academy.Domain;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Letters;

public sealed class AddressTests(OpenedAcademy opened)
{
    [Fact]
    public async Task Every_address_that_letters_and_lists_keep_leads_to_a_page()
    {
        await using var app = new AcademyApp(opened);
        var trainer = await app.SignInAsync("T0001");
        var (course, lesson, quiz, question) = await app.InStoreAsync(async db => (
            await db.Courses.OrderBy(c => c.Order).Select(c => c.Slug).FirstAsync(),
            await db.Lessons.OrderBy(l => l.Course.Order).ThenBy(l => l.Number).Select(l => l.Slug).FirstAsync(),
            await db.Quizzes.Published().Select(q => q.Id).FirstAsync(),
            await db.Questions.Select(q => q.Id).FirstAsync()));

        foreach (var address in new[]
        {
            Addresses.OfCourse(course), Addresses.OfPlace(course, lesson), Addresses.OfQuiz(quiz), Addresses.OfQuestion(question),
        })
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await trainer.GetAsync(address)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.OK, (await app.NewClient().GetAsync(Addresses.SignIn)).StatusCode);
    }

    [Theory]
    [InlineData("https://academy.bank.example", "https://academy.bank.example/account/login")]
    [InlineData("http://10.1.2.3:8080/", "http://10.1.2.3:8080/account/login")]
    [InlineData(null, null)]
    public async Task Who_hands_out_passwords_can_say_where_to_sign_in_once_the_bank_has_said_it(string? address, string? expected)
    {
        await using var app = new AcademyApp(opened, adjust: services =>
        {
            var given = (AcademySettings)services.Last(service => service.ServiceType == typeof(AcademySettings)).ImplementationInstance!;
            services.AddSingleton(given with { PublicAddress = address is null ? null : new Uri(address) });
        });
        var administrator = await app.SignInAsync("A0001");
        await app.InStoreAsync(db => db.Users.Where(e => e.UserName == "E0001")
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, (string?)null)));
        var list = await (await administrator.PostShownAsync(
            "/admin/people/passwords?branch=100", "/admin/people/passwords", ("AsSheet", "false"))).ReadPageAsync();

        var lead = list.QuerySelector(".page-lead")!.TextContent;
        Assert.EndsWith(expected is null ? "发完后销毁。" : $"登录网址：{expected}", lead, StringComparison.Ordinal);
    }
}
