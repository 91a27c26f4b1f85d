using System.Globalization;
using Academy.Domain.Assignments;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Practice;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening;

/// <summary>Loads the demonstration bank: its organization, its people, and what they have learned so far.</summary>
public sealed class DemonstrationBank(
    AcademyDb db, ContentLoader content, Passages passages, LevelTable levels, Sheets sheets, Registrar registrar, PasswordHashes hashes,
    BankZone zone, TimeProvider clock)
{
    private const string Folder = "demonstration";

    /// <summary>No mail is ever delivered there.</summary>
    private const string Host = "qinglan.example";

    private Dictionary<string, Branch> branches = [];
    private Dictionary<string, Employee> people = [];

    /// <summary>Loads the bank into an academy that has nobody; an academy with people is left as it is.</summary>
    public async Task LoadAsync(string contentDirectory, string password, CancellationToken ct)
    {
        if (await db.Employees.AnyAsync(ct)) return;

        await content.LoadAsync(contentDirectory, Folder, ct);
        var folder = Path.Combine(contentDirectory, Folder);
        var (units, positions) = (Read<BranchRow>(folder, "branches.csv"), Read<PositionRow>(folder, "positions.csv"));
        var (persons, progress) = (Read<PersonRow>(folder, "people.csv"), Read<ProgressRow>(folder, "progress.csv"));
        var (attempts, assignments) = (Read<AttemptRow>(folder, "attempts.csv"), Read<AssignmentRow>(folder, "assignments.csv"));
        var (markers, drills) = (Read<MarkerRow>(folder, "markers.csv"), Read<DrillRow>(folder, "drills.csv"));
        var (competitions, contests) = (Read<CompetitionRow>(folder, "competitions.csv"), Read<ContestRow>(folder, "contests.csv"));
        var (goals, judged) = (Read<GoalRow>(folder, "goals.csv"), Read<JudgedRow>(folder, "judged.csv"));
        var certificates = Read<CertificateRow>(folder, "certificates.csv");
        // One hash for everybody: hashing 127 passwords would take longer than all the rest.
        var hash = hashes.Hash(password);
        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.Employees.AnyAsync(ct)) return;

        LoadBranches(units);
        await LoadPeopleAsync(positions, persons, hash, ct);
        await LoadProgressAsync(progress, ct);
        await LoadMarkersAsync(markers, ct);
        await LoadAttemptsAsync(attempts, ct);
        await LoadAssignmentsAsync(assignments, ct);
        await LoadDrillsAsync(drills, ct);
        LoadGoals(goals);
        await LoadContestsAsync(competitions, contests, judged, ct);
        await new RehearsedCertificates(db, zone, clock, people).LoadAsync(certificates, ct);
        var learners = people.Values.Where(person => person.Number.StartsWith('E') && person.Employment != Employment.Left);
        await new RehearsedArchive(db, zone, zone.DayOf(clock.GetUtcNow()), [.. learners]).LoadAsync(ct);
        await turn.CommitAsync(ct);
    }

    private void LoadBranches(IEnumerable<BranchRow> rows)
    {
        foreach (var row in rows)
        {
            var kind = Enum.Parse<BranchKind>(row.Kind.Replace("-", ""), ignoreCase: true);
            branches.Add(row.Code, new Branch(row.Code, row.Name, row.English, kind, row.Parent is "" ? null : branches[row.Parent]));
        }

        db.AddRange(branches.Values);
    }

    private async Task LoadPeopleAsync(IEnumerable<PositionRow> positionRows, List<PersonRow> rows, string hash, CancellationToken ct)
    {
        var positions = positionRows.ToDictionary(r => r.Slug, r => new Position(r.Slug, r.Name, r.English));
        db.AddRange(positions.Values);
        await db.SaveChangesAsync(ct);

        var since = zone.DayOf(clock.GetUtcNow()).AddYears(-2);
        foreach (var row in rows)
        {
            var person = new Employee(row.Number, row.Name, branches[row.Branch].Id, positions[row.Position].Id, since)
            {
                GivenName = row.Given,
            };
            person.SortBy(row.Pinyin);
            person.MailTo($"{row.Number.ToLowerInvariant()}@{Host}");
            person.ChoosePassword(hash);
            Away(person, row);
            people.Add(row.Number, person);
        }

        db.AddRange(people.Values);
        await db.SaveChangesAsync(ct);
        var roles = await registrar.RoleIdsAsync(ct);
        db.UserRoles.AddRange(rows.SelectMany(row =>
            row.Roles.Split('|').Select(role => new IdentityUserRole<long> { UserId = people[row.Number].Id, RoleId = roles[role] })));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Who is on leave or has left, and since how many days.</summary>
    private void Away(Employee person, PersonRow row)
    {
        if (row.Away is null or "") return;

        var from = zone.DayOf(clock.GetUtcNow()).AddDays(-row.AwayDays);
        if (row.Away == "left") person.Depart(from, zone.At(from, new TimeOnly(18, 0)));
        else person.GoOnLeave(Enum.Parse<LeaveKind>(row.Away.Replace("-", ""), ignoreCase: true), from);
    }

    private async Task LoadProgressAsync(IEnumerable<ProgressRow> rows, CancellationToken ct)
    {
        var lessons = (await db.Lessons.InForce().Include(l => l.Course).ToListAsync(ct)).ToLookup(l => l.Course.Slug);
        var concluded = new List<(Attestation? Signature, Completion Completion)>();
        foreach (var row in rows)
        {
            var course = lessons[row.Course].OrderBy(l => l.Number).ToList();
            var read = course.Take(row.Lessons).Select(lesson => Reading.Of(people[row.Number], lesson, OpenedAt(row, lesson))).ToList();
            db.AddRange(read);
            if (read.Count == course.Count)
                concluded.Add(Reading.Conclusion(course[0].Course, people[row.Number], read[^1].FinishedAt!.Value));
            if (row.Clauses > 0 && row.Lessons < course.Count) db.Add(BeginLesson(row, course[row.Lessons]));
        }

        db.AddRange(concluded.Select(conclusion => conclusion.Signature).OfType<Attestation>());
        await db.CompleteAsync([.. concluded.Select(conclusion => conclusion.Completion)], ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A lesson a day, the last one on the day that the row tells.</summary>
    private DateTimeOffset OpenedAt(ProgressRow row, Lesson lesson) =>
        At(row.DaysAgo + row.Lessons - lesson.Number, new TimeOnly(17, 5)) + TimeSpan.FromMinutes(lesson.Number);

    private Progress BeginLesson(ProgressRow row, Lesson lesson)
    {
        var opened = At(row.DaysAgo, new TimeOnly(17, 30));
        var progress = new Progress(people[row.Number].Id, lesson.Id);
        progress.Open(opened);
        progress.Credit(lesson.PlausibleTime / 2, row.Clauses, opened + lesson.ReadingTime);
        return progress;
    }

    private async Task LoadMarkersAsync(IEnumerable<MarkerRow> rows, CancellationToken ct)
    {
        var quizzes = await db.Quizzes.ToDictionaryAsync(q => q.Slug, ct);
        foreach (var row in rows) quizzes[row.Quiz].Markers.Add(new QuizMarker(people[row.Number].Id));
        await db.SaveChangesAsync(ct);
    }

    private async Task LoadAttemptsAsync(IEnumerable<AttemptRow> rows, CancellationToken ct)
    {
        var quizzes = await db.Quizzes.ToDictionaryAsync(q => q.Slug, ct);
        var supplies = new Dictionary<string, RehearsedSupply>();
        var numbers = new Dictionary<(string, string), int>();
        foreach (var (index, row) in rows.OrderByDescending(r => r.DaysAgo).ThenBy(r => r.Start).Index())
        {
            var started = At(row.DaysAgo, TimeOnly.Parse(row.Start, CultureInfo.InvariantCulture));
            var number = numbers[(row.Number, row.Quiz)] = numbers.GetValueOrDefault((row.Number, row.Quiz)) + 1;
            if (!supplies.TryGetValue(row.Quiz, out var supply))
                supplies.Add(row.Quiz, supply = await RehearsedSupply.LoadAsync(db, db.QuestionVersions, quizzes[row.Quiz], ct));
            var sitting = new RehearsedSitting(quizzes[row.Quiz], supply, new Random(index));
            TimeSpan? taken = row.Minutes == "timeout" ? null : TimeSpan.FromMinutes(int.Parse(row.Minutes, CultureInfo.InvariantCulture));
            var attempt = db.Add(sitting.Take(people[row.Number], number, started, taken, row.Share / 100.0)).Entity;
            if (attempt.Completion is { } completion) await db.CompleteAsync([completion], ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task LoadAssignmentsAsync(IEnumerable<AssignmentRow> rows, CancellationToken ct)
    {
        var subjects = (await db.Courses.ToListAsync(ct))
            .Select(c => (Name: $"course:{c.Slug}", c.Subject))
            .Concat((await db.Quizzes.ToListAsync(ct)).Select(q => (Name: $"quiz:{q.Slug}", q.Subject)))
            .ToDictionary(s => s.Name, s => s.Subject);
        var positions = await db.Positions.ToDictionaryAsync(p => p.Slug, p => p.Id, ct);
        var today = zone.DayOf(clock.GetUtcNow());
        foreach (var row in rows)
        {
            var audience = new Audience(
                [.. Split(row.People).Select(n => people[n].Id)],
                [.. Split(row.Branches).Select(c => branches[c].Id)],
                [.. Split(row.Positions).Select(p => positions[p])]);
            var start = today.AddDays(row.Start);
            db.Add(new Assignment(
                subjects[row.Subject], audience, start, today.AddDays(row.Due),
                Enum.Parse<Recurrence>(row.Recurrence.Replace("-", ""), ignoreCase: true),
                row.NewcomerDays, people[row.By].Id, zone.At(start, new TimeOnly(9, 30))));
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task LoadDrillsAsync(IEnumerable<DrillRow> rows, CancellationToken ct)
    {
        foreach (var (index, row) in rows.Index())
        {
            var terms = passages.TermsOf(Discipline.Named(row.Drill)!, index + 1);
            var started = At(row.DaysAgo, TimeOnly.Parse(row.Start, CultureInfo.InvariantCulture));
            var run = db.Add(new DrillRun(people[row.Number].Id, people[row.Number].BranchId, terms, started)).Entity;
            await db.SaveChangesAsync(ct);
            Key(run, new RehearsedDrill(row.PerSecond, row.Misses, new Random(index), row.Weak ?? ""));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>A level, or a figure of one's own where the row has none.</summary>
    private void LoadGoals(IEnumerable<GoalRow> rows)
    {
        foreach (var row in rows)
        {
            var (discipline, level) = (Discipline.Named(row.Drill)!, row.Level == 0 ? null : (int?)row.Level);
            // A bank may show the demonstration with levels of its own.
            var wanted = level is { } aimed ? levels.Numbered(discipline, aimed)?.Score : discipline.ScoreOf(row.Figure);
            if (wanted is not { } score) continue;

            var goal = db.Add(new Goal(people[row.Number].Id, discipline)).Entity;
            goal.Aim(score, level, At(row.DaysAgo, new TimeOnly(12, 50)));
        }
    }

    private void Key(DrillRun run, RehearsedDrill drill)
    {
        var batches = drill.Hit(run);
        db.AddRange(batches.Select(batch => new DrillBatch(batch)));
        run.Finish(
            Examination.Of(run, [.. batches.Select(batch => new ReceivedKeys(batch.ReceivedAt, batch.Keys))]), batches[^1].ReceivedAt);
    }

    /// <summary>
    /// Competitions of the last quarter, whose results stand, those that run, and one whose board is frozen; some before judges.
    /// </summary>
    private async Task LoadContestsAsync(
        IReadOnlyList<CompetitionRow> rows, IReadOnlyList<ContestRow> contests, IReadOnlyList<JudgedRow> judged, CancellationToken ct)
    {
        var quarter = Quarter.Of(zone.DayOf(clock.GetUtcNow()));
        var today = zone.DayOf(clock.GetUtcNow());
        var pastEnd = quarter.FirstDay.AddDays(-6);
        var quizzes = await db.Quizzes.ToDictionaryAsync(q => q.Slug, ct);
        var competitions = rows.ToDictionary(row => row.Key, row => row.Key switch
        {
            "past" or "past-judged" => NewCompetition(row, quizzes, pastEnd.AddDays(-5), pastEnd),
            "past-quiz" => NewCompetition(row, quizzes, today.AddDays(-61), today.AddDays(-45)),
            "frozen" => NewCompetition(row, quizzes, today.AddDays(-4), today.AddDays(1), freezes: today.AddDays(-1)),
            _ => NewCompetition(row, quizzes, today.AddDays(-3), quarter.EndDay.AddDays(-1)),
        });
        db.AddRange(competitions.Values);
        await db.SaveChangesAsync(ct);
        foreach (var (index, row) in contests.Index())
        {
            var competition = competitions[row.Competition];
            var held = competition.Events.Single(e => e.Discipline == row.Drill);
            var day = zone.DayOf(competition.OpensAt).AddDays(row.Day);
            var started = zone.At(day, TimeOnly.Parse(row.Start, CultureInfo.InvariantCulture));
            var person = people[row.Number];
            var run = db.Add(new DrillRun(person.Id, person.BranchId, new DrillTerms(held.Drill, 1_000 + index), started, held.Id)).Entity;
            await db.SaveChangesAsync(ct);
            Key(run, new RehearsedDrill(row.PerSecond, row.Misses, new Random(1_000 + index)));
        }

        foreach (var row in judged) await LoadJudgedAsync(competitions[row.Competition], row, ct);
        await db.SaveChangesAsync(ct);
        foreach (var competition in competitions.Values.Where(c => c.FinalizedAt is not null)) await KeepBoardsAsync(competition, ct);
    }

    private async Task KeepBoardsAsync(Competition competition, CancellationToken ct)
    {
        var trainer = people["T0001"];
        var finalization = new Finalization
        {
            CompetitionId = competition.Id,
            At = competition.FinalizedAt!.Value,
            ByNumber = trainer.UserName!,
            ByName = trainer.Name,
            Remark = "",
        };
        await db.KeepBoardsAsync(competition, finalization, levels, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Somebody in a judged event, with the sheets that two judges have handed in; none where a cell is empty.</summary>
    private async Task LoadJudgedAsync(Competition competition, JudgedRow row, CancellationToken ct)
    {
        var held = competition.Events.Single(e => e.Discipline == row.Drill);
        var person = people[row.Number];
        var at = zone.At(zone.DayOf(competition.OpensAt).AddDays(row.Day), TimeOnly.Parse(row.Start, CultureInfo.InvariantCulture));
        var entered = competition.OpensAt.AddDays(-1);
        var contestant = db.Add(new Contestant(held.Id, person.Id, person.BranchId, isRanked: true, person.Id, entered)).Entity;
        await db.SaveChangesAsync(ct);
        foreach (var (judge, written) in new[] { ("J0001", row.One), ("J0002", row.Other) }.Where(pair => pair.Item2 is not (null or "")))
        {
            var sheet = db.Add(new ScoreSheet(contestant.Id, people[judge].Id)).Entity;
            db.Add(sheet.Write(new SentSheet(1, ValuesOf(written!)), at));
            sheet.HandIn(at.AddMinutes(1));
        }

        if (row is { One: null or "" } or { Other: null or "" }) return;
        if (contestant.Judge(held.Sheet!, [ValuesOf(row.One), ValuesOf(row.Other)], at.AddMinutes(1)) is { } settlement) db.Add(settlement);
    }

    /// <summary>bundles:11 untidy:1.</summary>
    private static SheetValues ValuesOf(string written) => new(written.Split(' ').Select(figure => figure.Split(':'))
        .ToDictionary(figure => figure[0], figure => int.Parse(figure[1], CultureInfo.InvariantCulture)));

    private Competition NewCompetition(
        CompetitionRow row, Dictionary<string, Quiz> quizzes, DateOnly opens, DateOnly closes, DateOnly? freezes = null)
    {
        var (from, until) = (zone.At(opens, new TimeOnly(9, 0)), zone.At(closes, new TimeOnly(18, 0)));
        var events = Split(row.Drills).Select(drill => Discipline.Named(drill) switch
        {
            null => new EventTerms(Discipline.Knowledge.Slug, 1, 0, quizzes[drill].Id, TieByTime: true),
            { IsJudged: true } => new EventTerms(drill, 1, EventTerms.FewestJudges),
            _ => new EventTerms(drill, row.Tries),
        });
        DateTimeOffset? still = freezes is { } day ? zone.At(day, new TimeOnly(12, 0)) : null;
        var competition = new Competition(new CompetitionTerms(row.Title, row.Notice, from, until, [.. events], still), people["T0001"].Id);
        competition.Publish(sheets, quizzes.Values.ToDictionary(q => q.Id, q => QuizRules.Of(q.Terms)), from.AddDays(-7));
        foreach (var quiz in quizzes.Values.Where(q => competition.Terms.QuizIds.Contains(q.Id)))
            quiz.Hold(quiz.HeldUntil > competition.OverAt ? quiz.HeldUntil : competition.OverAt);
        if (until.AddDays(1) < clock.GetUtcNow()) competition.Close(until.AddDays(1));
        return competition;
    }

    private static string[] Split(string list) => list.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private DateTimeOffset At(int daysAgo, TimeOnly time) => zone.At(zone.DayOf(clock.GetUtcNow()).AddDays(-daysAgo), time);

    /// <summary>The rows of a table, whose heads are the names of what a row is made of.</summary>
    private static List<T> Read<T>(string folder, string file)
    {
        var parts = typeof(T).GetConstructors().Single().GetParameters();
        var rows = new CsvRows(File.ReadAllText(Path.Combine(folder, file)), ',').ToList();
        var columns = rows[0].Cells.ToDictionary(head => head.Value.Text, head => head.Key, StringComparer.OrdinalIgnoreCase);
        return [.. rows.Skip(1).Select(row => (T)Activator.CreateInstance(typeof(T), [.. parts.Select(part => Convert.ChangeType(
            row[columns[part.Name!]], part.ParameterType, CultureInfo.InvariantCulture))])!)];
    }

    private sealed record BranchRow(string Code, string Parent, string Kind, string Name, string English);
    private sealed record PositionRow(string Slug, string Name, string English);
    private sealed record PersonRow(
        string Number, string Name, string Given, string Pinyin, string Branch, string Position, string Roles, string? Away, int AwayDays);
    private sealed record ProgressRow(string Number, string Course, int Lessons, int Clauses, int DaysAgo);
    private sealed record AssignmentRow(
        string Subject,
        string People,
        string Branches,
        string Positions,
        int Start,
        int Due,
        string Recurrence,
        int NewcomerDays,
        string By);
    private sealed record CompetitionRow(string Key, string Title, string Notice, string Drills, int Tries);
    private sealed record JudgedRow(
        string Number, string Competition, string Drill, int Day, string Start, string? One, string? Other);
    private sealed record ContestRow(
        string Number, string Competition, string Drill, int Day, string Start, double PerSecond, double Misses);
    private sealed record DrillRow(
        string Number, string Drill, int DaysAgo, string Start, double PerSecond, double Misses, string? Weak);
    private sealed record GoalRow(string Number, string Drill, int Level, decimal Figure, int DaysAgo);
    private sealed record MarkerRow(string Quiz, string Number);
    private sealed record AttemptRow(string Number, string Quiz, int DaysAgo, string Start, string Minutes, int Share);
}
