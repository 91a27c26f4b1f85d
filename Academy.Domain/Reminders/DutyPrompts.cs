using System.Globalization;
using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

/// <summary>What people are to be told of what is asked of them, as the assignments say on a day.</summary>
internal sealed class DutyPrompts
{
    private readonly ReadDay day;
    private readonly Organization organization;
    private readonly List<Assignment> assignments;
    private readonly Dictionary<Subject, AskedSubject> subjects;
    private readonly Dictionary<(long Branch, long Position), List<Assignment>> byPost = [];
    private readonly ILookup<long, Assignment> byName;
    private readonly IReadOnlyDictionary<int, Occasion> marks;

    private DutyPrompts(
        ReadDay day, Organization organization, List<Assignment> assignments, Dictionary<Subject, AskedSubject> subjects)
    {
        (this.day, this.organization, this.assignments, this.subjects) = (day, organization, assignments, subjects);
        byName = assignments.SelectMany(a => a.Audience.People.Select(id => (id, a))).ToLookup(named => named.id, named => named.a);
        marks = new[] { Occasion.DueSoon, Occasion.DueTomorrow }
            .Where(day.IsOn)
            .SelectMany(occasion => day.Rules[occasion].Days.Select(mark => (mark, occasion)))
            .GroupBy(known => known.mark)
            .ToDictionary(known => known.Key, known => known.Last().occasion);
    }

    /// <summary>What reminders call that which is asked of anybody.</summary>
    public IEnumerable<string> Subjects => subjects.Values.Select(subject => subject.Key);

    public static async Task<DutyPrompts> ReadAsync(AcademyDb db, SubjectCatalogue catalogue, ReadDay day, CancellationToken ct)
    {
        var known = (await catalogue.AllAsync(db, ct)).Where(subject => subject.Counts).ToDictionary(subject => subject.Subject);
        var assignments = (await db.Assignments.InForce(day.Today).AsNoTracking().OrderBy(a => a.Id).ToListAsync(ct))
            .FindAll(a => known.ContainsKey(a.Subject));
        var subjects = new Dictionary<Subject, AskedSubject>();
        var asked = assignments.Select(a => a.Subject).Distinct().Select(subject => known[subject]).ToList();
        var heldBack = await HeldBack.ReadAsync(db, catalogue, asked, day.Zone, day.Now, ct);
        foreach (var said in asked)
        {
            var shelf = catalogue.Of(said.Subject.Kind);
            subjects[said.Subject] = new AskedSubject(
                said, shelf.KeyOf(said.Slug), shelf.AddressOf(said.Subject, said.Slug), heldBack.GetValueOrDefault(said.Subject));
        }

        return new DutyPrompts(day, await db.OrganizationAsync(ct), assignments, subjects);
    }

    /// <summary>What each of some people is to be told, and the titles of what is overdue.</summary>
    public async Task<Dictionary<long, (List<Due> Due, List<string> Overdue)>> OfAsync(
        AcademyDb db, IReadOnlyCollection<long> people, HashSet<(long, (Occasion, string, string))> told, CancellationToken ct)
    {
        var prompts = people.ToDictionary(id => id, _ => (Due: new List<Due>(), Overdue: new List<string>()));
        if (assignments.Count == 0) return prompts;

        var postings = (await db.Postings.AsNoTracking().Where(p => people.Contains(p.EmployeeId)).ToListAsync(ct))
            .ToLookup(p => p.EmployeeId);
        var done = (await db.Completions
            .Where(c => people.Contains(c.EmployeeId))
            .Select(c => new { c.EmployeeId, c.SubjectKind, c.SubjectId, c.Edition, c.CompletedAt })
            .ToListAsync(ct))
            .ToLookup(
                c => (c.EmployeeId, new Subject(c.SubjectKind, c.SubjectId)), c => (Day: day.Zone.DayOf(c.CompletedAt), c.Edition));
        var untold = await UntoldAsync(db, people, ct);
        foreach (var id in people)
        {
            IReadOnlyList<Posting> own = [.. postings[id]];
            if (own.FirstOrDefault(p => p.Holds(day.Today)) is not { } post) continue;

            var duties = Duties.On(day.Today, id, own, AssignmentsOf(id, post), organization);
            foreach (var asked in duties.Where(duty => !IsDone(duty, id, done)).GroupBy(duty => duty.Subject))
                Prompt(id, subjects[asked.Key], asked.MinBy(duty => duty.DueOn)!, untold.Contains(id), told, prompts[id]);
        }

        return prompts;
    }

    private IEnumerable<Assignment> AssignmentsOf(long id, Posting post)
    {
        var place = (post.BranchId, post.PositionId);
        if (!byPost.TryGetValue(place, out var here))
        {
            here = byPost[place] = assignments.FindAll(a =>
                (a.Audience with { People = [] }).Covers(0, post.BranchId, post.PositionId, organization));
        }

        return byName.Contains(id) ? here.Union(byName[id]) : here;
    }

    private bool IsDone(Duty duty, long id, ILookup<(long, Subject), (DateOnly Day, int Edition)> done)
    {
        var subject = subjects[duty.Subject];
        if (subject.HeldBack is { } held) return held.IsDone(duty, id);

        foreach (var (at, edition) in done[(id, duty.Subject)])
            if (duty.IsDoneBy(at, edition, subject.Known.LeastEdition)) return true;
        return false;
    }

    /// <summary>Whoever was not told that it is asked of them is told that alone: it says by when.</summary>
    private void Prompt(
        long id, AskedSubject subject, Duty duty, bool isUntold, HashSet<(long, (Occasion, string, string))> told,
        (List<Due> Due, List<string> Overdue) to)
    {
        if (duty.IsOverdue(day.Today)) to.Overdue.Add(subject.Known.Title);
        if (subject.Known.IsClosed(day.Now)) return;

        var (known, last) = (isUntold ? DateOnly.MinValue : KnownSince(duty), subject.Known.LastDay(duty.DueOn, day.Zone));
        var due = last.ToString("O", CultureInfo.InvariantCulture);
        var assigned = new Due(id, Occasion.Assigned, subject.Key, due, subject.Address, subject.Named(due));
        var isNews = !isUntold && !duty.IsOverdue(day.Today) && Marks.IsNews(known, day.Today);
        if (isNews && !told.Contains((id, assigned.Key))) to.Due.Add(assigned);
        else if (Standing(last, known) is { } standing)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"{due}/{standing.Mark}");
            to.Due.Add(new Due(id, standing.Occasion, subject.Key, mark, subject.Address, subject.Named(due)));
        }
    }

    private (Occasion Occasion, int Mark)? Standing(DateOnly last, DateOnly known)
    {
        if (last < day.Today)
        {
            return day.IsOn(Occasion.Overdue) && Marks.Since(last, day.Today, day.Every(Occasion.Overdue)) is { } times
                ? (Occasion.Overdue, times)
                : null;
        }

        return Marks.Before(marks.Keys, last, day.Today, day.Next, known) is { } mark ? (marks[mark], mark) : null;
    }

    /// <summary>Who is not told what is asked of them anew: everybody where it is switched off, or who does not want it.</summary>
    private async Task<HashSet<long>> UntoldAsync(AcademyDb db, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var terms = day.Rules[Occasion.Assigned];
        if (!terms.IsOn) return [.. people];
        if (terms.IsMandatory) return [];

        return await db.ReminderChoices
            .Where(c => people.Contains(c.EmployeeId) && c.Occasion == Occasion.Assigned && c.Channels == Channels.None)
            .Select(c => c.EmployeeId)
            .ToHashSetAsync(ct);
    }

    /// <summary>An assignment that was made late is news on that day.</summary>
    private DateOnly KnownSince(Duty duty)
    {
        var made = day.Zone.DayOf(duty.Assignment.MadeAt);
        return duty.Since > made ? duty.Since : made;
    }

    private sealed record AskedSubject(KnownSubject Known, string Key, string Address, HeldBack? HeldBack)
    {
        public Dictionary<string, string> Named(string due) =>
            new() { [Placeholders.Title] = Known.Title, [Placeholders.Day] = due };
    }
}
