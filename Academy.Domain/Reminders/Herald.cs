using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

/// <summary>
/// Writes to everybody once on each day that is worked what they are to be told of, all in one letter; and once a week to branch heads
/// who of their people is behind. Stopped on the way and begun again, it goes on with those who have no letter yet.
/// </summary>
public sealed class Herald(AcademyDb db, DayBook book, WorkingDays announced, BankZone zone, TimeProvider clock)
{
    public const string DigestPath = "/inbox/days/";
    public const string ReportPath = "/branch";

    /// <summary>The occasion of a line that names a person who is behind.</summary>
    private const string PersonLine = "Person";

    /// <summary>So many lines are written in one turn, so that nobody waits long.</summary>
    private const int LinesInTurn = 200;

    private const int MostPeopleNamed = 50;
    private const int MostTitlesNamed = 3;

    /// <summary>Writes what is due; null where it is not the hour, the bank does not work, or the day is done.</summary>
    public async Task<ReminderRound?> WriteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = zone.DayOf(now);
        if (!(await db.PostHoursAsync(ct)).MayWrite(zone.TimeOf(now))) return null;
        if (await db.ReminderRounds.AnyAsync(r => r.Day == today, ct)) return null;

        var days = await db.WorkingDaysAsync(announced, ct);
        if (!days.IsWorked(today)) return null;

        var (rules, behind) = (await db.RuleBookAsync(ct), new Dictionary<long, IReadOnlyList<string>>());
        var (letters, reminders, waiting) = (0, 0, new List<PersonDay>());
        await foreach (var person in book.OnAsync(now, days, rules, ct))
        {
            if (person.Overdue.Count > 0) behind[person.EmployeeId] = person.Overdue;
            if (person.Due.Count > 0) waiting.Add(person);
            if (waiting.Sum(p => p.Due.Count) >= LinesInTurn) await WriteWaitingAsync();
        }

        await WriteWaitingAsync();
        if (!await IsReportedAsync(today, ct)) letters += await ReportAsync(behind, today, ct);
        return await FinishAsync(today, letters, reminders, ct);

        async Task WriteWaitingAsync()
        {
            var (written, told) = await WriteAsync(waiting, rules, today, ct);
            (letters, reminders) = (letters + written, reminders + told);
            waiting.Clear();
        }
    }

    /// <summary>Where the store holds already what was to be told, that person's letter is left out and the others' are not.</summary>
    private async Task<(int Letters, int Reminders)> WriteAsync(
        List<PersonDay> people, RuleBook rules, DateOnly today, CancellationToken ct)
    {
        try
        {
            return await WriteTogetherAsync(people, rules, today, ct);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate)
        {
            if (people.Count == 1) return (0, 0);
        }

        var (letters, reminders) = (0, 0);
        foreach (var person in people)
        {
            var (written, told) = await WriteAsync([person], rules, today, ct);
            (letters, reminders) = (letters + written, reminders + told);
        }

        return (letters, reminders);
    }

    private async Task<(int Letters, int Reminders)> WriteTogetherAsync(
        List<PersonDay> people, RuleBook rules, DateOnly today, CancellationToken ct)
    {
        if (people.Count == 0) return (0, 0);

        await using var turn = await db.TakeTurnAsync(ct);
        var (now, key, ids) = (clock.GetUtcNow(), KeyOf(today), people.ConvertAll(p => p.EmployeeId));
        var written = await WrittenToAsync(LetterKind.Digest, key, ids, ct);
        var known = await db.ToldAsync(ids, people.SelectMany(p => p.Due).Select(due => due.Subject), ct);
        var atWork = await db.Employees
            .Where(e => ids.Contains(e.Id) && e.Employment == Employment.Active && e.DisabledAt == null)
            .Select(e => e.Id)
            .ToHashSetAsync(ct);
        var chosen = (await db.ReminderChoices.AsNoTracking().Where(c => ids.Contains(c.EmployeeId)).ToListAsync(ct))
            .ToDictionary(c => (c.EmployeeId, c.Occasion), c => c.Channels);
        var (letters, reminders) = (0, 0);
        foreach (var person in people.Where(p => atWork.Contains(p.EmployeeId) && !written.Contains(p.EmployeeId)))
        {
            var told = person.Due.Where(due => !known.Contains((due.EmployeeId, due.Key)))
                .Select(due => (Due: due, Channels: ChannelsOf(due)))
                .Where(due => due.Channels != Channels.None)
                .ToList();
            if (told.Count == 0) continue;

            db.Add(LetterTo(person.EmployeeId, key, [.. told.Select(due => LineOf(due.Due, rules, due.Channels))], now));
            db.AddRange(told.Select(due => ReminderOf(due.Due, today)));
            (letters, reminders) = (letters + 1, reminders + told.Count);
        }

        await turn.CommitAsync(ct);
        return (letters, reminders);

        Channels ChannelsOf(Due due) => rules[due.Occasion].IsMandatory
            ? Channels.Both
            : chosen.GetValueOrDefault((due.EmployeeId, due.Occasion), Channels.Both);
    }

    private static Letter LetterTo(long employeeId, string key, IReadOnlyList<LetterLine> lines, DateTimeOffset now) => Letter.Of(
        LetterKind.Digest, employeeId, key, lines is [var only] ? only.Address : $"{DigestPath}{key}", new Dictionary<string, string>(),
        lines, now);

    /// <summary>A letter keeps the words that hold now, where they are the bank's own.</summary>
    private static LetterLine LineOf(Due due, RuleBook rules, Channels channels)
    {
        var about = new Dictionary<string, string>(due.Named) { [LetterWords.Occasion] = $"{due.Occasion}" };
        var terms = rules[due.Occasion];
        if (terms.Text.Length > 0) about[LetterWords.OwnText] = terms.Text;
        if (terms.EnglishText.Length > 0) about[LetterWords.OwnEnglishText] = terms.EnglishText;
        return new LetterLine(due.Address, about, channels);
    }

    private static Reminder ReminderOf(Due due, DateOnly today) => new()
    {
        EmployeeId = due.EmployeeId,
        Occasion = due.Occasion,
        Subject = due.Subject,
        Mark = due.Mark,
        On = today,
    };

    /// <summary>Whether there was a day before in the week: on the first one that there is the lists are written.</summary>
    private Task<bool> IsReportedAsync(DateOnly today, CancellationToken ct)
    {
        var monday = MondayOf(today);
        return db.ReminderRounds.AnyAsync(r => r.Day >= monday && r.Day < today, ct);
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>One list for each branch head of the people of their own unit and of those below it.</summary>
    private async Task<int> ReportAsync(Dictionary<long, IReadOnlyList<string>> behind, DateOnly today, CancellationToken ct)
    {
        if (behind.Count == 0) return 0;

        var key = KeyOf(MondayOf(today));
        var people = await db.Employees
            .Where(e => e.Employment == Employment.Active)
            .OrderBy(e => e.PinyinKey)
            .Select(e => new { e.Id, e.Name, Number = e.UserName!, e.Branch.Path })
            .ToListAsync(ct);
        var late = people.FindAll(p => behind.ContainsKey(p.Id));
        var heads = await db.Employees
            .Where(e => e.Employment == Employment.Active && e.DisabledAt == null)
            .Holding(db, Roles.BranchHead)
            .Select(e => new { e.Id, e.Branch.Path })
            .ToListAsync(ct);
        var letters = 0;
        foreach (var head in heads)
        {
            var own = late.FindAll(p => p.Id != head.Id && p.Path.StartsWith(head.Path, StringComparison.Ordinal));
            var lines = own.OrderByDescending(p => behind[p.Id].Count).Take(MostPeopleNamed)
                .Select(p => PersonBehind(p.Name, p.Number, behind[p.Id])).ToList();
            if (lines.Count > 0 && await WriteReportAsync(head.Id, key, own.Count, lines, ct)) letters++;
        }

        return letters;
    }

    private async Task<bool> WriteReportAsync(
        long headId, string key, int people, IReadOnlyList<LetterLine> lines, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if ((await WrittenToAsync(LetterKind.Report, key, [headId], ct)).Count > 0) return false;

        var about = new Dictionary<string, string> { [Placeholders.Count] = people.ToString(CultureInfo.InvariantCulture) };
        db.Add(Letter.Of(LetterKind.Report, headId, key, ReportPath, about, lines, clock.GetUtcNow()));
        await turn.CommitAsync(ct);
        return true;
    }

    private static LetterLine PersonBehind(string name, string number, IReadOnlyList<string> titles) => new(
        $"{ReportPath}/people?q={Uri.EscapeDataString(number)}", new Dictionary<string, string>
        {
            [LetterWords.Occasion] = PersonLine,
            ["name"] = name,
            [Placeholders.Count] = titles.Count.ToString(CultureInfo.InvariantCulture),
            [Placeholders.Title] = string.Join(" · ", titles.Take(MostTitlesNamed)),
        });

    /// <summary>Whoever was faster has written it down.</summary>
    private async Task<ReminderRound?> FinishAsync(DateOnly today, int letters, int reminders, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.ReminderRounds.AnyAsync(r => r.Day == today, ct)) return null;

        var round = db.Add(new ReminderRound { Day = today, Letters = letters, Reminders = reminders, DoneAt = clock.GetUtcNow() }).Entity;
        await turn.CommitAsync(ct);
        return round;
    }

    private Task<HashSet<long>> WrittenToAsync(LetterKind kind, string key, IReadOnlyCollection<long> ids, CancellationToken ct) =>
        db.Letters.Where(l => ids.Contains(l.RecipientId) && l.Kind == kind && l.Key == key).Select(l => l.RecipientId).ToHashSetAsync(ct);

    private static string KeyOf(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
