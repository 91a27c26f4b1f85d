using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Academy.Tests.Competitions;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static System.Threading.CancellationToken;

namespace Academy.Tests.People;

/// <summary>The book of who is in, as one process keeps it and as another one, or the same after a stop, reads it.</summary>
public sealed class PorterTests : IAsyncDisposable
{
    private const string Number = "E0001";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    private readonly Office office;
    private readonly Presence here = new(new ChangedRights());

    public PorterTests(OpenedAcademy opened) => office = new Office(opened);

    [Fact]
    public async Task What_was_ended_is_over_for_a_process_that_starts_after_it()
    {
        var key = await BeginAsync();
        Assert.True(await AdmitsAsync(key, new Presence(new ChangedRights())));
        var actor = await office.AdministratorAsync(Number);

        await AskAsync(here, porter => porter.TakeLeaveAsync(actor, key, Office.Here, None));

        Assert.False(await AdmitsAsync(key, here));
        Assert.False(await AdmitsAsync(key, new Presence(new ChangedRights())));
    }

    [Fact]
    public async Task What_another_process_ends_is_over_within_half_a_minute()
    {
        var (key, actor, elsewhere) = (await BeginAsync(), await office.AdministratorAsync(Number), new Presence(new ChangedRights()));
        Assert.True(await AdmitsAsync(key, elsewhere));
        await AskAsync(here, porter => porter.TakeLeaveAsync(actor, key, Office.Here, None));

        office.Store.Clock.Advance(Presence.Recheck);

        Assert.False(await AdmitsAsync(key, elsewhere));
    }

    [Fact]
    public async Task Another_password_ends_what_was_begun_before_it()
    {
        var key = await BeginAsync();
        await office.LookAfterAsync(Number, (keeper, actor, person) =>
            keeper.ResetPasswordAsync(actor, person.Id, person.AccountAsSeen(), None));

        Assert.Empty(await OpenAsync(key));
        office.Store.Clock.Advance(Presence.Recheck);
        Assert.False(await AdmitsAsync(key, here));
    }

    [Fact]
    public async Task A_session_that_was_served_before_a_stop_rests_from_then()
    {
        var (served, left) = (await BeginAsync(), await BeginAsync());
        office.Store.Clock.Advance(HalfAnHour - Minute);
        Assert.True(await AdmitsAsync(served, here));
        await AskAsync(here, porter => porter.WriteDownAsync(None));
        office.Store.Clock.Advance(HalfAnHour - Minute);

        var restarted = new Presence(new ChangedRights());

        Assert.Equal((true, false), (await AdmitsAsync(served, restarted), await AdmitsAsync(left, restarted)));
    }

    [Fact]
    public async Task A_session_is_not_kept_by_looking_at_it_from_another_one()
    {
        var (mine, other) = (await BeginAsync(), await BeginAsync());
        for (var passed = TimeSpan.Zero; passed <= HalfAnHour; passed += Minute)
        {
            await AskAsync(here, porter => porter.WriteDownAsync(None));
            Assert.NotEmpty(await OpenAsync(mine));
            office.Store.Clock.Advance(Minute);
            Assert.True(await AdmitsAsync(mine, here));
        }

        Assert.False(await AdmitsAsync(other, here));
    }

    [Fact]
    public async Task Who_thinks_for_long_over_a_paper_is_not_sent_away_before_its_deadline_and_grace_are_over()
    {
        await LastAsync(TimeSpan.FromHours(2));
        var key = await BeginAsync();
        var paper = await office.Store.SeatAsync(Number);

        office.Store.Clock.SetUtcNow(paper.DueAt + paper.Grace - TimeSpan.FromSeconds(1));
        Assert.Single(await OpenAsync(key));
        Assert.True(await AdmitsAsync(key, new Presence(new ChangedRights())));
        office.Store.Clock.Advance(HalfAnHour);
        Assert.False(await AdmitsAsync(key, new Presence(new ChangedRights())));
        Assert.False(await AdmitsAsync(key, here));
    }

    [Fact]
    public async Task A_paper_that_was_begun_elsewhere_keeps_no_session_that_had_been_left()
    {
        await LastAsync(TimeSpan.FromHours(2));
        var key = await BeginAsync();
        office.Store.Clock.Advance(Minute + Minute);
        await office.Store.SeatAsync(Number);

        office.Store.Clock.Advance(HalfAnHour);

        Assert.False(await AdmitsAsync(key, here));
    }

    [Fact]
    public async Task A_paper_that_was_begun_within_twelve_hours_is_written_to_its_end_and_no_further_one_is()
    {
        await LastAsync(TimeSpan.FromHours(1));
        var key = await BeginAsync();
        var start = office.Store.Clock.GetUtcNow();
        await StayUntilAsync(start + TimeSpan.FromHours(11.5));
        var paper = await office.Store.SeatAsync(Number);
        await StayUntilAsync(start + TimeSpan.FromHours(12.25));
        await office.Store.SeatAsync(Number, "self-discipline");

        await StayUntilAsync(paper.DueAt);
        office.Store.Clock.SetUtcNow(paper.DueAt + paper.Grace);

        Assert.False(await AdmitsAsync(key, here));

        async Task StayUntilAsync(DateTimeOffset until)
        {
            while (office.Store.Clock.GetUtcNow() < until)
            {
                office.Store.Clock.Advance(HalfAnHour / 2);
                Assert.True(await AdmitsAsync(key, here));
            }
        }
    }

    [Fact]
    public async Task A_drill_that_was_begun_within_twelve_hours_is_keyed_to_its_end()
    {
        var key = await BeginAsync();
        var end = office.Store.Clock.GetUtcNow() + TimeSpan.FromHours(12);
        while (office.Store.Clock.GetUtcNow() < end - (HalfAnHour / 2))
        {
            office.Store.Clock.Advance(HalfAnHour / 2);
            Assert.True(await AdmitsAsync(key, here));
        }

        office.Store.Clock.SetUtcNow(end - Minute);
        Assert.True(await AdmitsAsync(key, here));
        var drill = await office.Store.RunAsync(await office.Store.StartDrillAsync(Number, Discipline.SlipSums));
        office.Store.Clock.SetUtcNow(drill.DueAt + DrillRun.Grace - TimeSpan.FromSeconds(1));
        Assert.True(await AdmitsAsync(key, here));
        office.Store.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await AdmitsAsync(key, here));
    }

    [Fact]
    public async Task Sessions_are_forgotten_a_week_after_they_were_last_used()
    {
        var (old, used) = (await BeginAsync(), await BeginAsync());
        office.Store.Clock.Advance(HalfAnHour / 2);
        Assert.True(await AdmitsAsync(used, here));
        await AskAsync(here, porter => porter.WriteDownAsync(None));

        office.Store.Clock.SetUtcNow(TestClock.Tuesday + Session.Kept + Minute);

        Assert.Equal(1, await AskAsync(here, porter => porter.ForgetAsync(None)));
        Assert.Equal(1, await office.Store.AskAsync((AcademyDb db) => db.Sessions.CountAsync()));
        Assert.False(await AdmitsAsync(old, new Presence(new ChangedRights())));
    }

    [Fact]
    public async Task Who_reads_the_store_finds_no_key_in_it()
    {
        var key = await BeginAsync();
        var row = await office.Store.AskAsync((AcademyDb db) => db.Sessions.AsNoTracking().SingleAsync());
        Assert.DoesNotContain(key, row.KeyHash, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("10.1.0.7", "Edge · Windows"), (row.Address, row.Device));
    }

    [Fact]
    public async Task Only_ones_own_sessions_are_shown_and_ended()
    {
        var (mine, other) = (await BeginAsync(), await BeginAsync("E0002"));
        var foreign = Assert.Single(await OpenAsync(other, "E0002"));
        var actor = await office.AdministratorAsync(Number);

        Assert.Equal(0, await AskAsync(here, porter => porter.EndOthersAsync(actor, foreign.Id, mine, Office.Here, None)));

        Assert.True(await AdmitsAsync(other, here));
        Assert.Single(await OpenAsync(mine));
        Assert.DoesNotContain(await office.TrailAsync(), e => e.Act == PeopleTrail.SignedOutElsewhere);
    }

    [Fact]
    public async Task All_other_sessions_are_ended_at_once_and_one_line_tells_of_it()
    {
        var (mine, first, second) = (await BeginAsync(), await BeginAsync(), await BeginAsync());
        var actor = await office.AdministratorAsync(Number);

        Assert.Equal(2, await AskAsync(here, porter => porter.EndOthersAsync(actor, null, mine, Office.Here, None)));
        Assert.Equal(0, await AskAsync(here, porter => porter.EndOthersAsync(actor, null, mine, Office.Here, None)));

        Assert.Equal(
            (true, false, false), (await AdmitsAsync(mine, here), await AdmitsAsync(first, here), await AdmitsAsync(second, here)));
        var line = Assert.Single(await office.TrailAsync(), e => e.Act == PeopleTrail.SignedOutElsewhere);
        Assert.Equal((PeopleTrail.Account, Number, "127.0.0.1"), (line.Subject, line.SubjectKey, line.After["Address"]));
        Assert.Equal("Edge · Windows · 10.1.0.7, Edge · Windows · 10.1.0.7", line.After["Devices"]);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private async Task<string> BeginAsync(string number = Number)
    {
        var person = await office.PersonAsync(number);
        return await AskAsync(here, porter =>
            porter.BeginAsync(person.Id, person.SecurityStamp!, new Whereabouts("10.1.0.7", "Edge · Windows"), null, None));
    }

    private Task<bool> AdmitsAsync(string key, Presence process) =>
        AskAsync(process, porter => porter.AdmitsAsync(key, isAttended: true, None));

    private async Task<IReadOnlyList<OpenSession>> OpenAsync(string key, string number = Number)
    {
        var person = await office.PersonAsync(number);
        return await AskAsync(here, porter => porter.OpenAsync(person.Id, key, None));
    }

    private Task<int> LastAsync(TimeSpan length) => office.Store.AskAsync((AcademyDb db) =>
        db.ChangeQuizAsync(Sittings.CourseQuiz, terms => terms with { TimeLimit = length }));

    private Task<bool> AskAsync(Presence process, Func<Porter, Task> ask) => AskAsync(process, async porter =>
    {
        await ask(porter);
        return true;
    });

    /// <summary>Asks the porter of a process, which knows what that process has seen.</summary>
    private Task<T> AskAsync<T>(Presence process, Func<Porter, Task<T>> ask) => office.Store.AskAsync(
        (IServiceProvider services) => ask(ActivatorUtilities.CreateInstance<Porter>(services, process)));
}
