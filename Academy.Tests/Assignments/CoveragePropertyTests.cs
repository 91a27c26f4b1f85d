using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Assignments;

/// <summary>
/// Random histories of a bank, and after each event what the ledger knows against a model that reads everything and
/// asks the rules for each person.
/// </summary>
public sealed class CoveragePropertyTests(OpenedAcademy opened)
{
    private enum What { Complete, CompleteEarlier, Move, Leave, Return, Depart, Join, Assign, Change, Withdraw, Publish, MoveBranch, Sleep }

    private sealed record Event(What What, int One, int Other, int Third);

    private static readonly Gen<Event> Events = Gen.Select(
        Gen.Enum<What>(),
        Gen.Int[0, 9999],
        Gen.Int[0, 9999],
        Gen.Int[0, 9999],
        (what, one, other, third) => new Event(what, one, other, third));

    [Fact]
    public async Task The_ledger_knows_at_every_moment_what_the_rules_say() => await Events.Array[1, 14].SampleAsync(async events =>
    {
        await using var bank = new CoveredBank(opened);
        var zone = new BankZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        foreach (var happening in events)
        {
            if (happening.What == What.Sleep) bank.Store.Clock.Advance(TimeSpan.FromDays(happening.One % 120));
            else await bank.DoAsync(db => HappenAsync(db, happening, zone, bank.Store.Clock.GetUtcNow()));
            var coverage = await bank.LookAsync();
            await bank.DoAsync(db => CompareAsync(db, coverage, zone, bank.Store.Clock.GetUtcNow()));
        }
    }, iter: 25, threads: 1);

    private static async Task HappenAsync(AcademyDb db, Event happening, BankZone zone, DateTimeOffset now)
    {
        var (_, one, other, third) = happening;
        var today = zone.DayOf(now);
        var people = await db.Employees.WithPosting().OrderBy(e => e.Id).ToListAsync();
        var branches = await db.Branches.OrderBy(b => b.Id).ToListAsync();
        var positions = await db.Positions.OrderBy(p => p.Id).ToListAsync();
        var courses = await db.Courses.Include(c => c.Editions).Include(c => c.Lessons).OrderBy(c => c.Id).Take(3).ToListAsync();
        var assignments = await db.Assignments.OrderBy(a => a.Id).ToListAsync();
        var (person, branch, position, course) = (
            people[one % people.Count],
            branches[other % branches.Count],
            positions[third % positions.Count],
            courses[other % courses.Count]);
        var next = 1 + await db.Completions.Of(person.Id, course.Subject).CountAsync();
        switch (happening.What)
        {
            case What.Complete: db.Add(new Completion(person.Id, course.Subject, next, course.Edition, person.BranchId, now)); break;
            case What.CompleteEarlier:
                db.Add(new Completion(person.Id, course.Subject, next, third % 3, person.BranchId, now.AddDays(-(third % 500))));
                break;
            case What.Move: person.Move(branch.Id, position.Id, today); break;
            case What.Leave: person.GoOnLeave((LeaveKind)(third % 3), today); break;
            case What.Return: person.Return(today); break;
            case What.Depart: person.Depart(today, now); break;
            case What.Join: db.Add(new Employee($"N{await db.Employees.CountAsync():D5}", "新人", branch.Id, position.Id, today)); break;
            case What.Assign:
                db.Add(new Assignment(
                    course.Subject,
                    AudienceOf(person, branch, position, one),
                    today.AddDays(-(third % 200)),
                    today.AddDays(other % 40),
                    (Recurrence)(one % 3),
                    third % 20,
                    person.Id,
                    now));
                break;
            case What.Change:
                var changed = assignments[one % assignments.Count];
                changed.Change(AudienceOf(person, branch, position, third), changed.StartsOn, changed.DueOn, (Recurrence)(other % 3), 7);
                break;
            case What.Withdraw: assignments[one % assignments.Count].Withdraw(today.AddDays(third % 2)); break;
            case What.Publish: course.AskFor((AttestationRule)(one % 3)); course.Publish(course.Edition + 1, today, null, "", now); break;
            case What.MoveBranch: Hang(branch, branches.Where(b => b.Kind == BranchKind.Branch).ElementAt(third % 8)); break;
        }
    }

    private static Audience AudienceOf(Employee person, Branch branch, Position position, int kind) => (kind % 5) switch
    {
        0 => new([person.Id], [], []),
        1 => new([], [branch.Id], []),
        2 => new([], [], [position.Id]),
        3 => new([], [branch.Id], [position.Id]),
        _ => new([person.Id], [branch.Id], []),
    };

    private static void Hang(Branch outlet, Branch parent)
    {
        if (outlet.Kind == BranchKind.Outlet) outlet.MoveUnder(parent);
    }

    private static async Task CompareAsync(AcademyDb db, Coverage coverage, BankZone zone, DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        var organization =
            new Organization((await db.Branches.Select(b => new { b.Id, b.Path }).ToListAsync()).Select(b => (b.Id, b.Path)));
        var assignments = await db.Assignments.Where(a => a.SubjectKind == SubjectKind.Course).AsNoTracking().ToListAsync();
        var courses = await db.Courses.AsNoTracking().ToDictionaryAsync(c => c.Id);
        var postings = (await db.Postings.AsNoTracking().ToListAsync()).ToLookup(p => p.EmployeeId);
        var completions = (await db.Completions.AsNoTracking().ToListAsync()).ToLookup(c => (c.EmployeeId, c.SubjectKind, c.SubjectId));
        foreach (var id in await db.Employees.Select(e => e.Id).ToListAsync())
        {
            var duties = Duties.On(today, id, [.. postings[id]], assignments, organization).ToLookup(d => d.Subject);
            var expected = duties.ToDictionary(d => courses[d.Key.Id].Slug, d => d.All(duty => completions[(id, d.Key.Kind, d.Key.Id)]
                .Any(c => duty.IsDoneBy(zone.DayOf(c.CompletedAt), c.Edition, courses[d.Key.Id].LeastEdition)))
                ? CoverageState.Done
                : CoverageState.Missing);
            var known = coverage.Person(id) is not { } person ? [] : coverage.Subjects
                .Where(s => s.Subject.Kind == SubjectKind.Course)
                .Select(s => (s.Slug, State: coverage.StateOf(person, s)))
                .Where(s => s.State is CoverageState.Done or CoverageState.Missing)
                .ToDictionary(s => s.Slug, s => s.State);
            Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), known.OrderBy(e => e.Key, StringComparer.Ordinal));
            if (coverage.Person(id) is { } covered) Assert.Equal(postings[id].Single(p => p.Holds(today)).BranchId, covered.BranchId);
        }
    }
}
