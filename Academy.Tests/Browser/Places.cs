using Academy.Tests.Quizzes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>A page in one of its states: who goes there, and how.</summary>
public sealed record Place(string? Number, Func<InspectedAcademy, Visit, Task> GoAsync)
{
    public static Place At(string address, string? number = "E0042") => new(number, (_, visit) => visit.GoAsync(address));

    /// <summary>The same place once something more was done there.</summary>
    public Place Then(Func<IPage, Task> act) => Then((_, visit) => act(visit.Page));

    public Place Then(Func<InspectedAcademy, Visit, Task> act) =>
        this with { GoAsync = async (academy, visit) => { await GoAsync(academy, visit); await act(academy, visit); } };
}

/// <summary>Every page of the academy in its states, for whoever looks at all of them. Ways are found in both languages.</summary>
public static class Places
{
    private const string Administrator = "A0001";
    private const string Course = "/courses/professional-ethics";
    private const string Lesson = $"{Course}/customers";
    private const string Signing = $"/courses/{InspectedAcademy.Attested}/attestation";
    private const string Usual = "professional-ethics";

    private static readonly Dictionary<string, Place> Elsewhere = new Dictionary<string, Place>
    {
        ["sign-in"] = Place.At("/account/login", null),
        ["sign-in, refused"] = Place.At("/account/login", null).Then(async page =>
        {
            await page.FillAsync("#EmployeeNumber", "X0001");
            await page.FillAsync("#Password", "not-the-password");
            await page.ClickAsync(".sign-in-form .button.block");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["sign-in, choosing the appearance"] = Place.At("/account/login", null).Then(page => page.ClickAsync(".drop summary")),
        ["dashboard, in the middle"] = Place.At("/"),
        ["dashboard, nothing done yet"] = Place.At("/", "E0001"),
        ["assignments"] = Place.At("/admin/assignments", "T0001"),
        ["assignment, new"] = Place.At("/admin/assignments/new", "T0001"),
        ["assignment, nothing chosen"] = Place.At("/admin/assignments/new", "T0001").Then(async page =>
        {
            await page.ClickAsync(".form-actions .button:not(.quiet)");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["assignment"] = Place.At("/admin/assignments/1", "T0001"),
        ["assignments of one's own"] = Place.At("/assignments"),
        ["menu of the person"] = Place.At("/account/password").Then(page => page.ClickAsync(".person-menu summary")),
        ["courses"] = Place.At("/courses"),
        ["courses, nothing begun"] = Place.At("/courses", "E0001"),
        ["course"] = Place.At(Course),
        ["course, all read"] = Place.At(Course, "E0108"),
        ["lesson"] = Place.At(Lesson),
        ["lesson, case decided rightly"] = Place.At(Lesson).Then(page => page.Locator(".case .option:not([data-wrong])").First.ClickAsync()),
        ["lesson, case decided wrongly"] = Place.At(Lesson).Then(page => page.Locator(".case .option[data-wrong]").First.ClickAsync()),
        ["lesson, contents"] = Place.At($"{Lesson}#contents"),
        ["lesson, finished too fast"] = Place.At($"{Course}/code-2020", "E0001").Then(async page =>
        {
            await page.ClickAsync("#finish button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["lesson, finished"] = Place.At($"{Course}/general"),
        ["banks"] = Place.At("/authoring/banks", "T0001"),
        ["bank, new with errors"] = Place.At("/authoring/banks/new", "T0001").Then(async page =>
        {
            await page.Locator("form.form").EvaluateAsync("form => { form.noValidate = true; form.submit(); }");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["bank"] = Bank("/"),
        ["bank, of the academy"] = Place.At("/authoring/banks/1", "T0001"),
        ["bank, questions chosen"] = Bank("/").Then(async page =>
        {
            await page.Locator("[name=ids]").First.CheckAsync();
            await Expect(page.Locator(".selection")).ToBeVisibleAsync();
        }),
        ["bank, nothing found"] = Bank("?q=没有这样的试题&difficulty=3&state=Draft"),
        ["bank, moving"] = Asking("Move"),
        ["bank, tagging"] = Asking("Tag"),
        ["bank, grading"] = Asking("Grade"),
        ["bank, retiring"] = Asking("Retire"),
        ["bank, settings"] = Bank("/settings"),
        ["bank, categories"] = Bank("/categories"),
        ["bank, category"] = Bank("/categories").Then(page => page.ClickAsync("tbody a")),
        ["bank, similar questions"] = Bank("/similar"),
        ["bank, no similar questions"] = Place.At("/authoring/banks/2/similar", "T0001"),
        ["review, nothing waits"] = Place.At("/authoring/review", "T0001"),
        ["review"] = Place.At("/authoring/review", "A0001"),
        ["question, in review"] = Place.At("/authoring/review", "A0001").Then(page => page.ClickAsync("tbody a")),
        ["question, approved"] = Bank("?state=Approved").Then(page => page.ClickAsync("tbody th a")),
        ["question, draft"] = Bank("?state=Draft").Then(page => page.ClickAsync("tbody th a")),
        ["question, versions"] = Bank("?state=Draft").Then(page => page.ClickAsync("tbody th a")).Then(page => page.ClickAsync(".page-actions a[href$=versions]")),
        ["quizzes"] = Place.At("/quizzes"),
        ["quizzes, nothing taken"] = Place.At("/quizzes", "E0001"),
        ["cover"] = Cover("professional-ethics"),
        ["cover, closing soon"] = Cover("quarter-4-service"),
        ["cover, no attempts left"] = Cover("quarter-4-service", "E0061"),
        ["cover, over"] = Cover("quarter-3-compliance"),
        ["cover, for others than employees"] = Cover("professional-ethics", InspectedAcademy.Outsider),
        ["result, answers released"] = Result("professional-ethics"),
        ["result, all unfolded"] = Result("professional-ethics").Then(page =>
            page.EvaluateAsync("() => document.querySelectorAll('details.review').forEach(review => { review.open = true; })")),
        ["result, not passed"] = Result("self-discipline"),
        ["result, score only"] = Result("quarter-4-service", "E0003"),
        ["question, new"] = Place.At("/authoring/banks/1/questions/new", "T0001"),
        ["question, new case"] = Place.At("/authoring/banks/1/questions/new?type=Case", "T0001").Then(async page =>
        {
            await page.ClickAsync("button[value='add:Parts']");
            await Expect(page.Locator(".part")).ToHaveCountAsync(1);
        }),
        ["question, faults"] = Place.At("/authoring/banks/1/questions/new?type=Cloze", "T0001").Then(async page =>
        {
            await page.ClickAsync("#editor .save .button:not(.quiet)");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["question, editing"] = Place.At("/authoring/questions/1/edit", "T0001"),
        ["audit trail"] = Place.At("/admin/audit", "U0001"),
        ["audit trail, filtered"] = Place.At("/admin/audit?act=CoursePublished&q=投诉", "U0001"),
        ["audit trail, nothing found"] = Place.At("/admin/audit?q=没有这样的内容", "A0001"),
        ["attestation, to be read first"] = Place.At("/courses/complaint-handling/attestation", "E0001"),
        ["attestations"] = Place.At("/branch/attestations", "B0001"),
        ["attestations, whole"] = Place.At("/branch/attestations?whole=true", "U0001"),
        ["search"] = Place.At("/search"),
        ["search, lessons"] = Place.At("/search?q=客户+投诉"),
        ["search, questions"] = Place.At("/search?q=收缴&in=questions", "T0001"),
        ["search, people"] = Place.At("/search?q=li&in=people", "A0001"),
        ["search, nothing found"] = Place.At("/search?q=没有这样的内容"),
        ["attestation, to be signed"] = Place.At(Signing, InspectedAcademy.Reader),
        ["attestation, wrong password"] = Place.At(Signing, InspectedAcademy.Reader).Then(async page =>
        {
            await page.FillAsync("#Password", "not-the-password");
            await page.ClickAsync(".form-actions button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["course, only the signature missing"] = Place.At($"/courses/{InspectedAcademy.Attested}", InspectedAcademy.Reader),
        ["dashboard, only the signature missing"] = Place.At("/", InspectedAcademy.Reader),
        ["inbox"] = Place.At("/inbox", InspectedAcademy.Reader),
        ["inbox, empty"] = Place.At("/inbox"),
        ["coverage of a branch"] = Place.At("/branch", "B0001"),
        ["coverage, who is missing"] = Place.At("/branch", "B0001").Then(page => page.Locator(".matrix .cell").First.ClickAsync()),
        ["coverage of the bank"] = Place.At("/branch", Administrator),
        ["coverage by position"] = Place.At("/branch?by=positions", Administrator),
        ["coverage, nobody there"] = Place.At("/branch?position=auditor&missing=true", Administrator),
        ["people of a branch"] = Place.At("/branch/people", "B0001"),
        ["people of a branch, missing"] = Place.At("/branch/people?missing=true", Administrator),
        ["people of a branch, nobody found"] = Place.At("/branch/people?q=nobody", "B0001"),
        ["password"] = Place.At("/account/password"),
        ["password, errors"] = Place.At("/account/password").Then(async page =>
        {
            foreach (var field in new[] { "#Current", "#Chosen", "#Repeated" }) await page.FillAsync(field, "short");
            await page.ClickAsync(".form-actions button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["password, to be changed first"] = Place.At("/", InspectedAcademy.Newcomer),
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
        ["person, posting"] = Place.At("/admin/people/E0042/posting", Administrator),
        ["person, employment"] = Place.At("/admin/people/E0042/employment", Administrator),
        ["person, roles"] = Place.At("/admin/people/E0042/roles", Administrator),
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
        ["positions"] = Place.At("/admin/positions", Administrator),
        ["position"] = Place.At("/admin/positions/teller", Administrator),
        ["position, new"] = Place.At("/admin/positions/new", Administrator),
        ["not found"] = Place.At("/nowhere"),
        ["not found, signed out"] = Place.At("/nowhere", null),
        ["not allowed"] = Place.At("/attempts/1", InspectedAcademy.Outsider),
        ["error"] = Place.At(InspectedAcademy.BrokenPage),
        ["attempt, single choice"] = Attempt("E0071"),
        ["attempt, multiple choice"] = Attempt("E0071", 11),
        ["attempt, true or false"] = Attempt("E0071", 16),
        ["attempt, fill-in"] = Attempt("E0097", 4, Sittings.EveryType),
        ["attempt, number"] = Attempt("E0097", 5, Sittings.EveryType),
        ["attempt, matching"] = Attempt("E0097", 6, Sittings.EveryType),
        ["attempt, ordering"] = Attempt("E0097", 7, Sittings.EveryType).Then(page => page.ClickAsync(".question.here .order-item:nth-child(2) [data-move='-1']")),
        ["attempt, cloze"] = Attempt("E0097", 8, Sittings.EveryType),
        ["attempt, part of a case"] = Attempt("E0097", 10, Sittings.EveryType),
        ["attempt, essay"] = Attempt("E0097", 13, Sittings.EveryType).Then(page => page.FillAsync(".question.here textarea", "先办结，再找原因。")),
        ["result, waiting to be marked"] = Result(Sittings.EveryType, InspectedAcademy.Writer).Then(page => page.EvaluateAsync("document.querySelectorAll('details').forEach(review => { review.open = true; })")),
        ["marking"] = Place.At("/authoring/marking", "T0001"),
        ["marking, one quiz"] = Marking,
        ["marking, one answer"] = Marking.Then(page => page.ClickAsync(".page-actions .button")),
        ["marking, refused"] = Marking.Then(async page =>
        {
            await page.ClickAsync(".page-actions .button");
            await page.Locator(".criteria-form input").First.FillAsync("99");
            await page.ClickAsync(".form-actions button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["attempt, answered and flagged"] = Attempt("E0074").Then(async page =>
        {
            await page.Locator(".question.here .option").First.ClickAsync();
            await page.Locator(".question.here .flag").ClickAsync();
            await Expect(page.Locator(".navigator [data-slot='1'].flagged[data-state=saved]")).ToHaveCountAsync(1);
        }),
        ["attempt, offline"] = Offline("E0075"),
        ["attempt, signed out"] = Choosing("E0077", (_, visit) => visit.SignOutAsync()),
        ["attempt, answered elsewhere, too"] = Choosing("E0078", async (academy, visit) =>
        {
            var last = await visit.Page.Locator(".question.here .option input").Last.GetAttributeAsync("value");
            await academy.StoreElsewhereAsync("E0078", visit.Attempt, last);
        }),
        ["attempt, out of time"] = OutOfTime("E0080"),
        ["attempt, hand-in sheet"] = Attempt("E0071").Then(HandIn),
        ["attempt, hand-in sheet offline"] = Offline("E0079").Then(HandIn).Then(async page =>
        {
            await page.ClickAsync("#hand-in .for-open .submit");
            await Expect(page.Locator("#hand-in .wait")).ToBeVisibleAsync();
        }),
    };

    public static readonly IReadOnlyDictionary<string, Place> All = Elsewhere.Concat(AuthoringPlaces.All).Concat(QuizMakingPlaces.All).Concat(ImportPlaces.All).ToDictionary();
    private static Place Marking => Place.At("/authoring/marking", "T0001").Then(page => page.ClickAsync("tbody th a"));

    private static Place Importing(string roster) => Place.At("/admin/people/imports", "A0001").Then(async page =>
    {
        await page.SetInputFilesAsync("#Upload", new FilePayload { Name = "roster.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(roster) });
        await page.ClickAsync(".form-actions button");
        await Expect(page.Locator(".counts, [role=alert]").First).ToBeVisibleAsync();
    });

    private static Place Bank(string path) => new("T0001", async (_, visit) =>
    {
        await visit.GoAsync("/authoring/banks");
        var bank = await visit.Page.GetByRole(AriaRole.Link, new() { Name = Shelf.Title }).GetAttributeAsync("href");
        await visit.GoAsync(bank + path.TrimEnd('/'));
    });

    private static Place Asking(string act) => Bank("/").Then(async page =>
    {
        await page.Locator("[name=ids]").First.CheckAsync();
        await page.ClickAsync($".selection [value={act}]");
        await Expect(page.Locator(".form-page form")).ToBeVisibleAsync();
    });

    private static Task HandIn(IPage page) => page.Locator("[data-opens=hand-in]:visible").First.ClickAsync();

    private static Place Cover(string quiz, string number = "E0042") => new(number, async (academy, visit) =>
    {
        await visit.GoAsync($"/quizzes/{(await academy.QuizAsync(quiz)).Id}");
        foreach (var check in await visit.Page.Locator("[data-check]").AllAsync()) await Expect(check).ToBeVisibleAsync();
    });

    private static Place Result(string quiz, string number = "E0042") =>
        Cover(quiz, number).Then(page => page.Locator("td.actions a").Last.ClickAsync());

    private static Place Attempt(string number, int question = 1, string quiz = Usual) => new(number, async (academy, visit) =>
    {
        await visit.BeginAsync(await academy.QuizAsync(quiz));
        await visit.GoAsync($"/attempts/{visit.Attempt}#question-{question}");
    });

    private static Place Choosing(string number, Func<InspectedAcademy, Visit, Task> before) => Attempt(number).Then(before).Then(async page =>
    {
        await page.Locator(".question.here .option:not(:has(:checked))").First.ClickAsync();
        await Expect(page.Locator("#saved-state:not([data-state=saved])")).ToBeVisibleAsync();
    });

    private static Place Offline(string number) => Choosing(number, (_, visit) => visit.Window.SetOfflineAsync(true));

    private static Place OutOfTime(string number) => new(number, async (academy, visit) =>
    {
        await visit.Page.Clock.InstallAsync();
        await visit.BeginAsync(await academy.QuizAsync());
        await visit.Window.SetOfflineAsync(true);
        await visit.Page.Clock.FastForwardAsync("30:00");
        await Expect(visit.Page.Locator("#time-up")).ToBeVisibleAsync();
    });
}
