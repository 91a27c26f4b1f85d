using System.Net;
using Academy.Domain.Auditing;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Assignments;

/// <summary>A form that is sent twice at once is one act.</summary>
public sealed class AssignmentsAtOnceTests : IAsyncDisposable
{
    private const string Terms = "Form.Branches=1&Form.StartsOn=2026-11-24&Form.DueOn=2026-12-10&Form.NewcomerDays=14";

    private readonly Crossing crossing = new();
    private readonly AcademyApp app;

    public AssignmentsAtOnceTests(OpenedAcademy opened) => app = new AcademyApp(opened, adjust: crossing.Into);

    [Theory]
    [InlineData("/admin/assignments/new", "Form.Subject=Course-1&" + Terms)]
    [InlineData("/admin/assignments/1", Terms)]
    [InlineData("/admin/assignments/1", "", "/admin/assignments/1/withdrawal")]
    public async Task A_form_that_is_sent_twice_at_once_is_one_act_and_leads_to_the_same_page(
        string page, string fields, string? address = null)
    {
        var trainer = await app.SignInAsync("T0001");
        var before = await app.InStoreAsync(db => db.AuditEntries.CountAsync());

        var answers = await crossing.PressTwiceAsync(trainer, page, fields, address);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location?.ToString()).Distinct());
        Assert.Equal(before + 1, await app.InStoreAsync(db => db.AuditEntries.CountAsync()));
    }

    public ValueTask DisposeAsync()
    {
        crossing.Dispose();
        return app.DisposeAsync();
    }
}
