using System.Text.RegularExpressions;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Opening;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Competitions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Opening;

/// <summary>A bank's academy asks before it opens with what may be a mistake.</summary>
public sealed partial class ConsentTests : IAsyncLifetime
{
    private const string OtherBank = "banks/other.gift";
    private const string FirstQuestion = "// [id:other-1]\n::一::先问好。{TRUE}\n\n";
    private const string SecondQuestion = "// [id:other-2]\n::二::先问事。{FALSE}\n\n";

    private readonly SampleContent content = new(asksFirst: true);

    public async ValueTask InitializeAsync() => await content.OpenAsync();

    public ValueTask DisposeAsync() => content.DisposeAsync();

    [Fact]
    public async Task A_bank_that_became_empty_retires_nothing_until_somebody_says_yes()
    {
        content.Write(OtherBank, $"{FirstQuestion}{SecondQuestion}");
        await content.OpenAsync();
        content.Write(OtherBank, "");

        var refusal = await AssertRefusedAsync("the question other-1, the question other-2.");
        Assert.Equal(5, await content.Store.AskAsync((AcademyDb db) => db.QuestionVersions.InForce().CountAsync()));
        await AssertAgreedAsync(refusal);
        Assert.Equal(3, await content.Store.AskAsync((AcademyDb db) => db.QuestionVersions.InForce().CountAsync()));
    }

    [Fact]
    public async Task A_yes_is_good_for_what_was_asked_and_nothing_else()
    {
        content.Write(OtherBank, $"{FirstQuestion}{SecondQuestion}");
        await content.OpenAsync();
        content.Write(OtherBank, FirstQuestion);
        var first = await AssertRefusedAsync("the question other-2.");
        content.Write(OtherBank, "");

        var second = await Assert.ThrowsAsync<OpeningException>(() => content.OpenAsync(CodeIn(first)));

        Assert.Contains("the question other-1, the question other-2.", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_that_a_course_no_longer_has()
    {
        var lesson = content.Read(SampleContent.Lesson);
        content.Write("courses/manners/parting.md", lesson.Replace("{#", "{#parting-", StringComparison.Ordinal));
        content.Change(SampleContent.Course, "[greeting]", "[greeting, parting]");
        await content.OpenAsync();
        content.Change(SampleContent.Course, "[greeting, parting]", "[greeting]");

        await AssertAgreedAsync(await AssertRefusedAsync("the lesson manners/parting"));
    }

    [Fact]
    public async Task A_content_folder_that_is_gone()
    {
        content.DeleteAll();

        var refusal = await AssertRefusedAsync("banks/manners.gift, courses/manners, quizzes/manners.yaml");
        await AssertAgreedAsync(refusal);
        Assert.Equal(3, await content.Store.AskAsync((AcademyDb db) => db.QuestionVersions.InForce().CountAsync()));
    }

    [Fact]
    public async Task A_first_start_without_content()
    {
        await using var empty = new SampleContent(asksFirst: true);
        empty.DeleteAll();

        var refusal = await Assert.ThrowsAsync<OpeningException>(() => empty.OpenAsync());

        Assert.Contains("There are no courses, banks or quizzes in ", refusal.Message, StringComparison.Ordinal);
        await empty.OpenAsync(CodeIn(refusal));
    }

    [Fact]
    public async Task A_clock_that_is_behind_what_is_written()
    {
        content.Store.Clock.AdjustTime(content.Store.Clock.GetUtcNow() - TimeSpan.FromSeconds(59));
        await content.OpenAsync();

        content.Store.Clock.AdjustTime(content.Store.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        var refusal = await AssertRefusedAsync("clock is behind: the academy was last written to at 2026-11-24 06:00:00Z.");
        await AssertAgreedAsync(refusal);
    }

    [Fact]
    public async Task A_clock_that_falls_behind_again_after_one_that_was_ahead_once()
    {
        var clock = content.Store.Clock;
        clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromHours(3));
        await AssertAgreedAsync(await AssertRefusedAsync("2026-11-24 06:00:00Z."));
        clock.Advance(TimeSpan.FromHours(1));
        await content.Store.TellAsync((AcademyDb db) =>
        {
            db.Add(new AuditEntry(
                Actor.Academy, clock.GetUtcNow(), PeopleTrail.PersonEdited, PeopleTrail.Person, "E0001", "", null, null));
            return db.SaveChangesAsync();
        });
        await content.OpenAsync();

        clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromHours(1));

        await AssertAgreedAsync(await AssertRefusedAsync("2026-11-24 04:00:00Z."));
    }

    [Theory]
    [InlineData("a session that somebody was seen in")]
    [InlineData("a drill that began")]
    [InlineData("keys of a drill")]
    [InlineData("a drill that was handed in")]
    public async Task A_clock_that_is_behind_what_the_trail_tells_nothing_of(string what)
    {
        var (store, clock) = (content.Store, content.Store.Clock);
        await store.AskAsync((Registrar role) => role.CreateFirstAdministratorAsync("A1", "李问渔", "long-enough-7", default));
        var person = await store.AskAsync((AcademyDb db) => db.Employees.AsNoTracking().SingleAsync());
        clock.Advance(TimeSpan.FromHours(1));
        if (what == "a session that somebody was seen in")
        {
            await store.AskAsync((Porter role) =>
                role.BeginAsync(person.Id, person.SecurityStamp!, new Whereabouts("10.1.0.7", "Edge"), null, default));
        }
        else
        {
            var run = await store.AskAsync((Timekeeper role) => role.StartAsync(person.Id, Discipline.Keypad, default));
            if (what != "a drill that began") clock.Advance(TimeSpan.FromMinutes(4));
            var sent = new SentBatch(run, 1, [new KeyStroke(400, '1')], clock.GetUtcNow());
            if (what == "keys of a drill") await store.AskAsync((Timekeeper role) => role.TakeAsync(person.Id, sent, default));
            if (what == "a drill that was handed in") await store.AskAsync((Timekeeper role) => role.FinishAsync(person.Id, run, default));
        }

        var last = clock.GetUtcNow();
        clock.AdjustTime(last - TimeSpan.FromMinutes(2));

        await AssertAgreedAsync(await AssertRefusedAsync($"{last:u}."));
    }

    private static string CodeIn(OpeningException refusal) => Code().Match(refusal.Message).Groups[1].Value;

    private async Task<OpeningException> AssertRefusedAsync(string about)
    {
        var refusal = await Assert.ThrowsAsync<OpeningException>(() => content.OpenAsync());
        Assert.Contains(about, refusal.Message, StringComparison.Ordinal);
        return refusal;
    }

    /// <summary>Once: the start after that needs no yes.</summary>
    private async Task AssertAgreedAsync(OpeningException refusal)
    {
        await content.OpenAsync(CodeIn(refusal));
        await content.OpenAsync();
    }

    [GeneratedRegex("--Academy:Agree=([0-9a-f]{16})$")]
    private static partial Regex Code();
}
