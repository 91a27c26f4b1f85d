using Academy.Domain.Auditing;
using Academy.Tests.Hosting;
using Academy.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Attack;

/// <summary>Every form of every role, sent twice at once as a double click sends it: no failure, and no line of the trail twice.</summary>
public sealed class DoublePressTests(OpenedAcademy opened, ITestOutputHelper output)
{
    private const int ManyRounds = 20;

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
        var (faults, pressed) = (new List<string>(), new HashSet<string>());
        foreach (var (n, person) in WalkedAcademy.People.Index().Skip(1))
        {
            var client = await academy.App.SignInAsync(person);
            foreach (var row in EndpointTable.Rows.Where(row => row.Method == "GET" && row.Answers[n] == "200"))
            {
                foreach (var form in await FormsAsync(client, academy.AddressOf(row)))
                {
                    if (!pressed.Add(eachKindOnce ? form.Kind : $"{person} {form.Page} {form.Kind}") || EndsTheSession(form)) continue;
                    if (await PressTwiceAsync(academy.App, client, form) is { } fault)
                        faults.Add($"{person} on {form.Page}: {form.Action} {fault}");
                }
            }
        }

        output.WriteLine($"{pressed.Count} forms");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<IReadOnlyList<ShownForm>> FormsAsync(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(page);
        return answer.Content.Headers.ContentType?.MediaType == "text/html" ? ShownForm.On(page, await answer.ReadPageAsync()) : [];
    }

    /// <summary>What went wrong, if anything did.</summary>
    private static async Task<string?> PressTwiceAsync(AcademyApp app, HttpClient client, ShownForm form)
    {
        var last = await app.InStoreAsync(db => db.Set<AuditEntry>().MaxAsync(entry => (long?)entry.Id)) ?? 0;
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => client.PostAsync(form.Action, form.Send(form.Fields))));
        if (answers.FirstOrDefault(answer => (int)answer.StatusCode >= 500) is { } failed)
            return $"was answered by {(int)failed.StatusCode}";

        var lines = await app.InStoreAsync(db => db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Id > last).ToListAsync());
        return lines.GroupBy(line => (line.ActorId, line.Act, line.Subject, line.SubjectKey)).FirstOrDefault(same => same.Count() > 1)
            is { } twice ? $"left {twice.Count()} lines: {twice.Key}" : null;
    }

    private static bool EndsTheSession(ShownForm form) => form.Action.StartsWith("/account/", StringComparison.Ordinal);
}
