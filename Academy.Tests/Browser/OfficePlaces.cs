using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Where people, branches, assignments and what became of them are looked after, in the states of these pages.</summary>
public sealed class OfficePlaces : IPlaces
{
    private const string Administrator = "A0001";

    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["assignments"] = Place.At("/admin/assignments", "T0001"),
        ["assignment, new"] = Place.At("/admin/assignments/new", "T0001"),
        ["assignment, nothing chosen"] = Place.At("/admin/assignments/new", "T0001").Then(async page =>
        {
            await page.ClickAsync(".form-actions .button:not(.quiet)");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["assignment"] = Place.At("/admin/assignments/1", "T0001"),
        ["audit trail"] = Place.At("/admin/audit", "U0001"),
        ["audit trail, filtered"] = Place.At("/admin/audit?act=CoursePublished&q=投诉", "U0001"),
        ["audit trail, nothing found"] = Place.At("/admin/audit?q=没有这样的内容", "A0001"),
        ["attestations"] = Place.At("/branch/attestations", "B0001"),
        ["attestations, whole"] = Place.At("/branch/attestations?whole=true", "U0001"),
        ["coverage of a branch"] = Place.At("/branch", "B0001"),
        ["coverage, who is missing"] = Place.At("/branch", "B0001").Then(page => page.Locator(".matrix .cell").First.ClickAsync()),
        ["coverage of the bank"] = Place.At("/branch", Administrator),
        ["coverage by position"] = Place.At("/branch?by=positions", Administrator),
        ["coverage, nobody there"] = Place.At("/branch?position=auditor&missing=true", Administrator),
        ["people of a branch"] = Place.At("/branch/people", "B0001"),
        ["somebody of a branch"] = Place.At("/branch/people/E0042", "B0001"),
        ["people of a branch, missing"] = Place.At("/branch/people?missing=true", Administrator),
        ["people of a branch, nobody found"] = Place.At("/branch/people?q=nobody", "B0001"),
        ["levels of a branch"] = Place.At("/branch/levels", "B0001"),
        ["levels of the bank, filtered"] = Place.At("/branch/levels?drill=keypad-lines-300&level=3", Administrator),
        ["levels of a branch, nobody found"] = Place.At("/branch/levels?q=nobody", "B0001"),
        ["imports of people"] = Place.At("/admin/people/imports", "A0001"),
        ["import, not read"] = Importing("工号,姓名\nE9001,张三\n"),
        ["import, rows to mend"] = Importing("工号,姓名,机构编号,岗位\nE9001,张三,101,柜员\nE9002,李四,999,柜员\n"),
        ["import, ready"] = Importing("工号,姓名,机构编号,岗位\nE9001,张三,101,柜员\n"),
        ["people"] = Place.At("/admin/people", Administrator),
        ["people, filtered"] = Place.At("/admin/people?q=wang&branch=100&employment=Active&role=employee&account=Open", Administrator),
        ["people, nobody found"] = Place.At("/admin/people?q=nobody", Administrator),
        ["person"] = Place.At("/admin/people/E0042", Administrator),
        ["person, new"] = Place.At("/admin/people/new", Administrator),
        ["person, new with errors"] = Place.At("/admin/people/new", Administrator).Then(async page =>
        {
            await page.FillAsync("#EmployeeNumber", "no digits");
            await page.FillAsync("#Name", "   ");
            await page.FillAsync("#PinyinKey", "拼音");
            await page.Locator("form.form").EvaluateAsync("form => { form.noValidate = true; form.submit(); }");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["person, details"] = Place.At("/admin/people/E0042/details", Administrator),
        ["person, mail address refused"] = Place.At("/admin/people/E0042/mail", Administrator).Then(async page =>
        {
            await page.FillAsync("#MailAddress", "nowhere");
            await page.Locator("form.form").EvaluateAsync("form => { form.noValidate = true; form.submit(); }");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["reminders"] = Place.At("/admin/reminders", Administrator),
        ["reminder"] = Place.At("/admin/reminders/DueSoon", Administrator),
        ["working days"] = Place.At("/admin/calendar", Administrator),
        ["working days, none known"] = Place.At("/admin/calendar?year=2027", Administrator),
        ["letters by mail"] = Place.At("/admin/letters", Administrator),
        ["letters by mail, none refused"] = Place.At("/admin/letters?state=Refused", Administrator),
        ["person, posting"] = Place.At("/admin/people/E0042/posting", Administrator),
        ["person, employment"] = Place.At("/admin/people/E0042/employment", Administrator),
        ["person, roles"] = Place.At("/admin/people/E0042/roles", Administrator),
        ["person, unlock"] = Place.At("/admin/people/E0042/unlock", Administrator),
        ["person, account"] = Place.At("/admin/people/E0042/account", Administrator),
        ["person, own account refused"] = Place.At("/admin/people/A0001/account", Administrator).Then(async page =>
        {
            await page.ClickAsync(".form-actions .button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["person, one-time password"] = Place.At("/admin/people/E0118/password", Administrator).Then(async page =>
        {
            await page.ClickAsync(".form-actions .button");
            await Expect(page.Locator("#one-time-password")).ToBeVisibleAsync();
        }),
        ["one-time passwords"] = Place.At("/admin/people/passwords", Administrator),
        ["branches"] = Place.At("/admin/branches", Administrator),
        ["branch"] = Place.At("/admin/branches/100", Administrator),
        ["branch, new"] = Place.At("/admin/branches/new?parent=100", Administrator),
        ["branch, moving"] = Place.At("/admin/branches/101/parent", Administrator),
        ["branch, closing refused"] = Place.At("/admin/branches/100/closure", Administrator).Then(async page =>
        {
            await page.ClickAsync(".form-actions .button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["timetable"] = Place.At("/admin/jobs", Administrator),
        ["job, paused and asked for"] = Place.At("/admin/jobs/ForgetOldSessions", Administrator).Then(async page =>
        {
            // Whoever comes second finds it so.
            if (await page.Locator("form[action$='/run'] button").CountAsync() == 1)
            {
                await page.ClickAsync("form[action$='/pause'] button");
                await Expect(page.Locator(".message.warn")).ToBeVisibleAsync();
                await page.ClickAsync("form[action$='/run'] button");
                await Expect(page.Locator("tbody .tag")).ToBeVisibleAsync();
                await page.ClickAsync("form[action$='/resumption'] button");
                await Expect(page.Locator(".message.warn")).ToBeHiddenAsync();
                await page.ClickAsync("form[action$='/pause'] button");
            }

            await Expect(page.Locator(".message.warn")).ToBeVisibleAsync();
        }),
        ["positions"] = Place.At("/admin/positions", Administrator),
        ["position"] = Place.At("/admin/positions/teller", Administrator),
        ["position, new"] = Place.At("/admin/positions/new", Administrator),
    };

    private static Place Importing(string roster) => Place.At("/admin/people/imports", "A0001").Then(async page =>
    {
        await page.SetInputFilesAsync(
            "#Upload",
            new FilePayload { Name = "roster.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(roster) });
        await page.ClickAsync(".form-actions button");
        await Expect(page.Locator(".counts, [role=alert]").First).ToBeVisibleAsync();
    });
}
