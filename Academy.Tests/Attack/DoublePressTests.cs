using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Attack;

/// <summary>
/// Every form of every role, sent twice at once as a double click sends it: no failure, one act on the trail, and of what a form adds
/// one. Every page with a form is among those that are pressed.
/// </summary>
public sealed class DoublePressTests(OpenedAcademy opened, ITestOutputHelper output)
{
    private const int ManyRounds = 20;

    /// <summary>Forms that are filled in rightly as they are shown, so that one of the two presses does what they are for.</summary>
    private static readonly string[] Done =
    [
        "/authoring/banks/new", "/authoring/banks/#/categories", "/authoring/banks/#/categories/#/removal",
        "/authoring/imports/#/application", "/authoring/imports/#/undoing",
        "/authoring/competitions/new", "/authoring/competitions/#/publication", "/authoring/competitions/#/withdrawal",
        "/judging/runs/#/verdict",
        "/authoring/quizzes/#/publication", "/authoring/quizzes/#/closing", "/authoring/marking/#/#", "/admin/people/imports/#",
        "/admin/assignments/#/withdrawal", "/admin/people/E0002/account", "/admin/positions/new", "/branch/nudges",
        "/authoring/courses/new", "/authoring/courses/professional-ethics/edition", "/authoring/courses/professional-ethics/general",
        "/authoring/courses/professional-ethics/general/document", "/authoring/courses/professional-ethics/general/retirement",
        "/authoring/courses/professional-ethics/lessons/new", "/authoring/courses/professional-ethics/retirement",
        "/admin/branches/#", "/admin/positions/teller", "/admin/people/E0002/details", "/authoring/banks/#/settings",
        "/authoring/banks/#/categories/#", "/authoring/competitions/#", "/authoring/courses/professional-ethics",
    ];

    [Fact]
    public async Task A_form_that_is_pressed_twice_is_one_act() => await PressAllAsync(eachKindOnce: true);

    [Fact(Explicit = true)]
    public async Task A_form_that_is_pressed_twice_is_one_act_round_after_round()
    {
        for (var round = 0; round < ManyRounds; round++) await PressAllAsync(eachKindOnce: false);
    }

    private async Task PressAllAsync(bool eachKindOnce)
    {
        await using var academy = new WalkedAcademy(opened);
        await academy.InitializeAsync();
        var stock = await Stock.OfAsync(academy);
        var (faults, pressed) = (new List<string>(), new HashSet<string>());
        var (shown, done) = (new HashSet<string>(), new HashSet<string>());
        foreach (var (n, person) in WalkedAcademy.People.Index().Skip(1))
        {
            var client = await academy.App.SignInAsync(person);
            foreach (var row in EndpointTable.Rows.Where(row => row.Method == "GET" && MayShow(row.Answers[n])))
            {
                foreach (var page in stock.AddressesOf(academy, row))
                {
                    var forms = await FormsAsync(client, page);
                    if (forms.Count > 0) shown.Add(row.Route);
                    foreach (var kind in forms.Where(form => !EndsTheSession(form)).Select(form => form.Kind).Distinct())
                    {
                        if (!pressed.Add(eachKindOnce ? kind : $"{person} {page} {kind}")) continue;

                        // What was pressed before has changed the page.
                        foreach (var change in new Func<ShownForm, ShownForm>[] { form => form, form => form.Changed() })
                        {
                            if ((await FormsAsync(client, page)).FirstOrDefault(form => form.Kind == kind) is not { } form) break;
                            var (acts, fault) = await PressTwiceAsync(academy.App, client, change(form));
                            if (acts > 0) done.Add(form.Act);
                            if (fault is not null) faults.Add($"{person} on {page}: {form.Action} {fault}");
                            if (acts > 0) break;
                        }
                    }
                }
            }
        }

        faults.AddRange(Done.Except(done).Select(act => $"{act} did nothing"));
        faults.AddRange(EndpointTable.Rows
            .Where(row => HasForm(row) && !shown.Contains(row.Route))
            .Select(row => $"{row.Name} showed no form"));
        output.WriteLine($"{pressed.Count} forms, of which {done.Count} acted:\n{string.Join('\n', done.Order(StringComparer.Ordinal))}");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static bool MayShow(string answer) => answer is "200" or "404";

    /// <summary>Whether somebody may come upon a form there: what takes a form at the same address shows it.</summary>
    private static bool HasForm(EndpointRow row) => row.Method == "GET"
        && row.Answers.Skip(1).Any(MayShow)
        && EndpointTable.Rows.Any(other => other.Method == "POST" && other.Route == row.Route);

    private static async Task<IReadOnlyList<ShownForm>> FormsAsync(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(page);
        return answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? ShownForm.On(page, await answer.ReadPageAsync())
            : [];
    }

    /// <summary>How many lines it left on the trail, and what went wrong, if anything did.</summary>
    private static async Task<(int Acts, string? Fault)> PressTwiceAsync(AcademyApp app, HttpClient client, ShownForm form)
    {
        var last = await app.InStoreAsync(db => db.Set<AuditEntry>().MaxAsync(entry => (long?)entry.Id)) ?? 0;
        var before = await app.InStoreAsync(CountsAsync);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => client.PostAsync(form.Action, form.Send(form.Fields))));
        var lines = await app.InStoreAsync(db => db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Id > last).ToListAsync());
        var after = await app.InStoreAsync(CountsAsync);
        return (lines.Count, FaultOf(answers, lines, before.Zip(after, (was, now) => (was.What, Added: now.Count - was.Count))));
    }

    private static string? FaultOf(
        IEnumerable<HttpResponseMessage> answers, IEnumerable<AuditEntry> lines, IEnumerable<(string What, int Added)> changes)
    {
        if (answers.FirstOrDefault(answer => (int)answer.StatusCode >= 500) is { } failed)
            return $"was answered by {(int)failed.StatusCode}";
        if (lines.GroupBy(line => (line.ActorId, line.Act)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return $"left {twice.Count()} lines: {twice.Key} {string.Join(", ", twice.Select(line => line.SubjectKey))}";
        return changes.FirstOrDefault(change => change.Added > 1) is { Added: > 1 } many ? $"added {many.Added} {many.What}" : null;
    }

    private static async Task<IReadOnlyList<(string What, int Count)>> CountsAsync(AcademyDb db) =>
    [
        ("employees", await db.Set<Employee>().CountAsync()),
        ("branches", await db.Set<Branch>().CountAsync()),
        ("positions", await db.Set<Position>().CountAsync()),
        ("roster runs", await db.Set<RosterRun>().CountAsync()),
        ("courses", await db.Set<Course>().CountAsync()),
        ("lessons", await db.Set<Lesson>().CountAsync()),
        ("attachments", await db.Set<Attachment>().CountAsync()),
        ("banks", await db.Set<Bank>().CountAsync()),
        ("categories", await db.Set<Category>().CountAsync()),
        ("imports", await db.Set<QuestionImport>().CountAsync()),
        ("quizzes", await db.Set<Quiz>().CountAsync()),
        ("attempts", await db.Set<Attempt>().CountAsync()),
        ("assignments", await db.Set<Assignment>().CountAsync()),
        ("competitions", await db.Set<Competition>().CountAsync()),
        ("drills", await db.Set<DrillRun>().CountAsync()),
    ];

    private static bool EndsTheSession(ShownForm form) => form.Action.StartsWith("/account/", StringComparison.Ordinal);
}
