using Academy.Domain.Assignments;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.Reminders;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Reminders;

public sealed class HeraldTests(OpenedAcademy opened)
{
    private const string Course = "anti-money-laundering";
    private const string Other = "consumer-protection";

    [Fact]
    public async Task Everybody_gets_one_letter_of_a_day_with_all_that_is_due_and_none_when_it_is_done_again()
    {
        await using var bank = await AskedAsync("E0001");

        var round = await bank.WriteAsync();
        Assert.Null(await bank.WriteAsync());

        var letter = Assert.Single(await bank.LettersAsync("E0001"));
        Assert.Equal((1, 2), (round!.Letters, round.Reminders));
        Assert.Equal(2, letter.Lines.Count);
        Assert.Equal("/inbox/days/2026-11-25", letter.Address);
        Assert.All(letter.Lines, line => Assert.StartsWith("/courses/", line.Address, StringComparison.Ordinal));
        Assert.All(await bank.RemindersAsync("E0001"), reminder => Assert.Equal(Occasion.DueSoon, reminder.Occasion));
        Assert.NotNull(letter.Mailing);
    }

    [Fact]
    public async Task Only_one_thing_leads_to_its_page_at_once()
    {
        await using var bank = await AskedAsync("E0001");
        await bank.Covered.CompleteAsync("E0001", Other);

        await bank.WriteAsync();

        var letter = Assert.Single(await bank.LettersAsync("E0001"));
        Assert.Equal($"/courses/{Course}", letter.Address);
    }

    [Fact]
    public async Task A_quiz_that_closes_before_it_is_due_is_told_by_its_closing_and_no_more_when_it_is_closed()
    {
        await using var bank = await RemindedBank.QuietAsync(opened);
        await bank.Covered.AssignAsync(Sittings.Exam, b => b.Named("E0102"), kind: SubjectKind.Quiz);

        await bank.WriteAsync();
        bank.Store.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(new DateOnly(2026, 11, 27), Assert.Single(await bank.DueAsync("E0102")).Day);
        await bank.WriteAsync();
        foreach (var _ in Enumerable.Range(0, 8))
        {
            bank.Store.Clock.Advance(TimeSpan.FromDays(1));
            await bank.WriteAsync();
        }

        Assert.Equal(["2026-11-27/3", "2026-11-27/1"], (await bank.RemindersAsync("E0102")).Select(reminder => reminder.Mark));
        Assert.Empty(await bank.DueAsync("E0102"));
    }

    [Fact]
    public async Task What_is_done_is_told_to_nobody()
    {
        await using var bank = await AskedAsync("E0001");
        await bank.Covered.CompleteAsync("E0001", Course);
        await bank.Covered.CompleteAsync("E0001", Other);

        await bank.WriteAsync();

        Assert.Empty(await bank.LettersAsync("E0001"));
    }

    [Fact]
    public async Task Who_is_on_leave_is_left_in_peace_and_told_when_back()
    {
        await using var bank = await AskedAsync("E0001");
        await bank.Covered.ChangeAsync("E0001", person => person.GoOnLeave(LeaveKind.Maternity, new DateOnly(2026, 11, 24)));
        await bank.WriteAsync();
        Assert.Empty(await bank.LettersAsync("E0001"));

        bank.Store.Clock.Advance(TimeSpan.FromDays(5));
        await bank.Covered.ChangeAsync("E0001", person => person.Return(new DateOnly(2026, 11, 30)));
        await bank.WriteAsync();

        Assert.All(await bank.RemindersAsync("E0001"), reminder => Assert.Equal(Occasion.Assigned, reminder.Occasion));
        Assert.Single(await bank.LettersAsync("E0001"));
    }

    [Theory]
    [InlineData(-2, 0, false)]
    [InlineData(-1, 0, true)]
    [InlineData(11.9, 0, true)]
    [InlineData(12, 0, false)]
    [InlineData(0, 3, false)]
    [InlineData(0, 5, true)]
    public async Task Letters_are_written_in_the_hours_of_a_working_day(double hours, int days, bool areWritten)
    {
        await using var bank = await AskedAsync(hours + (days * 24), "E0001");

        Assert.Equal(areWritten, await bank.WriteAsync() is not null);
    }

    [Fact]
    public async Task A_holiday_of_the_bank_s_own_is_no_working_day()
    {
        await using var bank = await AskedAsync("E0001");
        await bank.Covered.DoAsync(db => Task.FromResult(db.Add(new CalendarDay(new DateOnly(2026, 11, 25), false, "行庆"))));

        Assert.Null(await bank.WriteAsync());
    }

    [Fact]
    public async Task Who_was_stopped_on_the_way_goes_on_with_those_who_have_no_letter()
    {
        await using var bank = await AskedAsync("E0001", "E0002", "E0003");
        await bank.WriteAsync();
        await bank.Covered.DoAsync(async db =>
        {
            var third = await db.Employees.Numbered("E0003").Select(e => e.Id).SingleAsync();
            await db.ReminderRounds.ExecuteDeleteAsync();
            var letters = db.Letters;
            await db.Mailings.Where(m => letters.Any(l => l.Id == m.LetterId && l.RecipientId == third && l.Kind == LetterKind.Digest))
                .ExecuteDeleteAsync();
            await db.Letters.Where(l => l.RecipientId == third && l.Kind == LetterKind.Digest).ExecuteDeleteAsync();
            await db.Reminders.Where(r => r.EmployeeId == third).ExecuteDeleteAsync();
        });

        Assert.Equal(1, (await bank.WriteAsync())!.Letters);

        foreach (var number in new[] { "E0001", "E0002", "E0003" }) Assert.Single(await bank.LettersAsync(number));
    }

    [Fact]
    public async Task What_somebody_was_told_however_long_ago_is_left_out_and_keeps_nothing_from_anybody()
    {
        await using var bank = await AskedAsync("E0001", "E0002");
        await bank.Covered.DoAsync(async db => db.Add(new Reminder
        {
            EmployeeId = await db.Employees.Numbered("E0001").Select(e => e.Id).SingleAsync(),
            Occasion = Occasion.DueSoon,
            Subject = $"course-{Course}",
            Mark = "2026-12-01/7",
            On = new DateOnly(2026, 1, 5),
        }));

        await bank.WriteAsync();

        Assert.Equal($"/courses/{Other}", Assert.Single(Assert.Single(await bank.LettersAsync("E0001")).Lines).Address);
        Assert.Equal(2, Assert.Single(await bank.LettersAsync("E0002")).Lines.Count);
    }

    [Fact]
    public async Task A_letter_that_the_store_refuses_as_written_before_stops_no_other()
    {
        await using var bank = await AskedAsync("E0001", "E0002", "E0003");
        var second = await bank.Store.AskAsync((AcademyDb db) => db.Employees.Numbered("E0002").Select(e => e.Id).SingleAsync());
        var twice = $"""
            CREATE TRIGGER Twice BEFORE INSERT ON Reminders WHEN NEW.EmployeeId = {second} BEGIN
                INSERT INTO CalendarDays (Day, IsWorked, Name) VALUES ('2030-01-01', 1, ''), ('2030-01-01', 1, '');
            END
            """;
        await bank.Store.TellAsync((AcademyDb db) => db.Database.ExecuteSqlRawAsync(twice));

        var round = await bank.WriteAsync();

        Assert.Equal(2, round!.Letters);
        foreach (var number in new[] { "E0001", "E0003" }) Assert.Single(await bank.LettersAsync(number));
    }

    [Fact]
    public async Task A_person_chooses_the_channels_of_what_is_not_mandatory_alone()
    {
        await using var bank = await AskedAsync("E0001", "E0002", "E0003");
        await bank.SayAsync(Occasion.DueSoon, terms => terms with { IsMandatory = false });
        await ChooseAsync("E0001", Channels.None);
        await ChooseAsync("E0002", Channels.Mail);
        await ChooseAsync("E0003", Channels.Inbox);
        Assert.Equal(ReminderRefusal.NotYoursToChoose, await bank.Store.AskAsync((Secretary secretary) =>
            secretary.ChooseAsync(1, new Dictionary<Occasion, Channels> { [Occasion.Overdue] = Channels.None }, None)));

        await bank.WriteAsync();

        Assert.Empty(await bank.LettersAsync("E0001"));
        var mailed = Assert.Single(await bank.LettersAsync("E0002"));
        Assert.Equal((false, true), (mailed.IsInInbox, mailed.Mailing is not null));
        var kept = Assert.Single(await bank.LettersAsync("E0003"));
        Assert.Equal((true, false), (kept.IsInInbox, kept.Mailing is not null));

        async Task ChooseAsync(string number, Channels channels)
        {
            var id = await bank.Store.AskAsync((AcademyDb db) => db.Employees.Numbered(number).Select(e => e.Id).SingleAsync());
            await bank.Store.TellAsync((Secretary secretary) =>
                secretary.ChooseAsync(id, new Dictionary<Occasion, Channels> { [Occasion.DueSoon] = channels }, None));
        }
    }

    [Theory]
    [InlineData(true, false, Occasion.Assigned)]
    [InlineData(false, false, Occasion.DueSoon)]
    [InlineData(true, true, Occasion.DueSoon)]
    public async Task Who_is_not_told_of_new_tasks_is_told_by_when_they_are_due(bool isOn, bool isUnwanted, Occasion told)
    {
        await using var bank = await RemindedBank.QuietAsync(opened);
        await bank.SayAsync(Occasion.Assigned, terms => terms with { IsOn = isOn, IsMandatory = false });
        await bank.Covered.DoAsync(async db =>
        {
            var person = await db.Employees.Numbered("E0001").SingleAsync();
            var course = await db.Courses.SingleAsync(c => c.Slug == Course);
            var (first, last) = (new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 28));
            db.Add(new Assignment(
                course.Subject, new Audience([person.Id], [], []), first, last, Recurrence.EveryYear, 0, person.Id,
                bank.Store.Clock.GetUtcNow()));
            if (isUnwanted) db.Add(new ReminderChoice(person.Id, Occasion.Assigned, Channels.None));
        });

        await bank.WriteAsync();

        Assert.Equal(told, Assert.Single(await bank.RemindersAsync("E0001")).Occasion);
    }

    [Theory]
    [InlineData("J0001", false)]
    [InlineData("T0001", true)]
    public async Task Judges_are_told_of_what_their_pages_show_and_not_of_what_is_their_own(string number, bool teaches)
    {
        await using var bank = await RemindedBank.QuietAsync(opened);
        await bank.SayAsync(Occasion.JudgingWaits, terms => terms with { IsOn = true });
        var expected = 0;
        await bank.Covered.DoAsync(async db =>
        {
            var (now, judge) = (bank.Store.Clock.GetUtcNow(), await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync());
            var other = await db.Employees.Numbered("E0001").Select(e => e.Id).SingleAsync();
            expected = await db.ToJudge(judge, now).CountAsync() + await db.ToSettle(judge, teaches).CountAsync()
                + await db.DrillRuns.CountAsync(r => r.AwaitsVerdict) + 1
                + await db.Objections.CountAsync(o => o.State == ObjectionState.Open);
            var held = await db.Events.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync();
            foreach (var id in new[] { judge, other }) db.Add(new Objection(held, id, "请复核。", now.AddDays(-3)));
        });

        await bank.WriteAsync();

        var line = Assert.Single(Assert.Single(await bank.LettersAsync(number)).Lines);
        Assert.Equal($"{expected}", line.About[Placeholders.Count]);
    }

    [Fact]
    public async Task A_branch_head_gets_one_list_in_a_week_of_the_unit_s_own_people_whatever_its_first_day_is()
    {
        await using var bank = await RemindedBank.QuietAsync(opened);
        await bank.Covered.AssignAsync(Course, b => new Audience([], [], [.. b.Positions.Values]), startedDaysAgo: 40);
        await bank.WriteAsync();
        Assert.Single(await bank.LettersAsync("B0001", LetterKind.Report));
        foreach (var days in new[] { 1, 5, 1 })
        {
            bank.Store.Clock.Advance(TimeSpan.FromDays(days));
            await bank.WriteAsync();
        }

        var reports = await bank.LettersAsync("B0001", LetterKind.Report);
        Assert.Equal(["2026-11-23", "2026-11-30"], reports.Select(letter => letter.Key));
        var report = reports[^1];
        var own = await bank.Store.AskAsync(async (AcademyDb db) =>
        {
            var path = await db.Employees.Numbered("B0001").Select(e => e.Branch.Path).SingleAsync();
            return await db.Employees.Within(path).Select(e => e.Name).ToListAsync();
        });
        Assert.NotEmpty(report.Lines);
        Assert.All(report.Lines, line => Assert.Contains(line.About["name"], own));
        Assert.All(
            (await bank.LettersAsync("B0001")).SelectMany(digest => digest.Lines), line => Assert.DoesNotContain("name", line.About.Keys));
    }

    [Fact]
    public async Task Own_words_go_into_the_letters_of_that_day_and_stay_in_them()
    {
        await using var bank = await AskedAsync("E0001");
        await bank.SayAsync(Occasion.DueSoon, terms => terms with { Text = "别忘了：{title}" });
        await bank.WriteAsync();
        await bank.SayAsync(Occasion.DueSoon, terms => terms with { Text = "" });

        var letter = Assert.Single(await bank.LettersAsync("E0001"));
        var title = await bank.Store.AskAsync((LetterWords words) => Task.FromResult(words.Line(letter.Lines[0])));
        Assert.StartsWith("别忘了：", title, StringComparison.Ordinal);
    }

    /// <summary>Two courses are due in six days from Wednesday, and were asked three weeks ago.</summary>
    private Task<RemindedBank> AskedAsync(params IReadOnlyList<string> numbers) => AskedAsync(0, numbers);

    private async Task<RemindedBank> AskedAsync(double hours, params IReadOnlyList<string> numbers)
    {
        var bank = await RemindedBank.QuietAsync(opened, hours: hours);
        var ids = await bank.Store.AskAsync((AcademyDb db) =>
            db.Employees.Where(e => numbers.Contains(e.UserName!)).Select(e => e.Id).ToListAsync());
        foreach (var slug in new[] { Course, Other })
        {
            await bank.Covered.AssignAsync(slug, _ => new Audience(ids, [], []), Recurrence.EveryYear, startedDaysAgo: 23);
        }

        return bank;
    }
}
