using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Where trainers write courses, in the states of these pages.</summary>
public sealed class AuthoringPlaces : IPlaces
{
    private const string Trainer = "T0001";
    private const string Courses = "/authoring/courses";
    private const string Own = $"{Courses}/{OwnCourse.Slug}";
    private const string Lesson = $"{Own}/{OwnCourse.Lesson}";
    private const string Shipped = $"{Courses}/professional-ethics";

    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["authored courses"] = At(Courses),
        ["authored course"] = At(Own),
        ["authored course, shipped"] = At(Shipped),
        ["authored course, new"] = At($"{Courses}/new"),
        ["authored course, new with errors"] = At($"{Courses}/new").Then(async page =>
        {
            await page.FillAsync("#Title", "   ");
            await page.FillAsync("#Address", "No Address");
            await RefusedAsync(page);
        }),
        ["edition to publish"] = At($"{Own}/edition"),
        ["edition, nothing to publish"] = At($"{Shipped}/edition"),
        ["authored course, retiring"] = At($"{Own}/retirement"),
        ["lesson, new"] = At($"{Own}/lessons/new"),
        ["manuscript"] = At(Lesson),
        ["manuscript, not begun"] = At($"{Own}/{OwnCourse.Unwritten}"),
        ["manuscript, shipped"] = At($"{Shipped}/customers"),
        ["manuscript, refused"] = At(Lesson).Then(async page =>
        {
            await page.FillAsync("#Body", "```case\ntitle: half\n```");
            await RefusedAsync(page);
        }),
        ["preview"] = At($"{Lesson}/preview"),
        ["document"] = At($"{Lesson}/document"),
        ["document, refused"] = At($"{Lesson}/document").Then(page => BringAsync(page, "须知.html", "<p>你好</p><script>alert(1)</script>")),
        ["attachments"] = At($"{Lesson}/attachments"),
        ["attachments, none"] = At($"{Own}/{OwnCourse.Unwritten}/attachments"),
        ["attachments, refused"] = At($"{Lesson}/attachments").Then(page => BringAsync(page, "须知.pdf", "MZ")),
        ["lesson editions"] = At($"{Lesson}/editions"),
        ["lesson editions, none"] = At($"{Own}/{OwnCourse.Unwritten}/editions"),
        ["lesson edition"] = At($"{Lesson}/editions/1"),
        ["lesson, retiring"] = At($"{Lesson}/retirement"),
        ["lesson with attachments"] = Place.At($"/courses/{OwnCourse.Slug}/{OwnCourse.Lesson}"),
    };

    private static Place At(string address) => Place.At(address, Trainer);

    private static async Task BringAsync(IPage page, string name, string content)
    {
        await page.SetInputFilesAsync(
            "#File",
            new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
        await RefusedAsync(page);
    }

    private static async Task RefusedAsync(IPage page)
    {
        await page.Locator("main form.form").Last.EvaluateAsync("form => { form.noValidate = true; form.requestSubmit(); }");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
    }
}
