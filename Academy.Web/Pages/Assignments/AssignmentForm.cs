using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Assignments;

/// <summary>An assignment as it is written down on the screen.</summary>
public sealed partial class AssignmentForm
{
    /// <summary>The kind and the id of a course or quiz: <c>Course-3</c>.</summary>
    public string? Subject { get; set; }

    /// <summary>Employee numbers, apart by spaces, commas or lines.</summary>
    public string? People { get; set; }
    public List<long> Branches { get; set; } = [];
    public List<long> Positions { get; set; } = [];
    public DateOnly? StartsOn { get; set; }
    public DateOnly? DueOn { get; set; }
    public Recurrence Recurrence { get; set; }
    public int? NewcomerDays { get; set; }

    public static string KeyOf(Subject subject) => string.Create(CultureInfo.InvariantCulture, $"{subject.Kind}-{subject.Id}");

    public static async Task<AssignmentForm> OfAsync(Assignment assignment, AcademyDb db, CancellationToken ct)
    {
        var people = assignment.Audience.People;
        return new AssignmentForm
        {
            Subject = KeyOf(assignment.Subject),
            People = string.Join(
                ' ',
                await db.Employees.Where(e => people.Contains(e.Id)).OrderBy(e => e.UserName).Select(e => e.UserName).ToListAsync(ct)),
            Branches = [.. assignment.Audience.Branches],
            Positions = [.. assignment.Audience.Positions],
            StartsOn = assignment.StartsOn,
            DueOn = assignment.DueOn,
            Recurrence = assignment.Recurrence,
            NewcomerDays = assignment.NewcomerDays,
        };
    }

    /// <summary>
    /// The terms that the form says; what is wrong with it is told to <paramref name="refuse"/> by
    /// field and key of the words.
    /// </summary>
    public async Task<AssignmentTerms?> ReadAsync(
        AcademyDb db, DateOnly today, bool isNew, Action<string, string, object> refuse, CancellationToken ct)
    {
        var numbers = Separators().Split(People ?? "").Where(n => n.Length > 0).Select(Employee.Normalize).Distinct().ToList();
        var known = await db.Employees
            .Employed()
            .Where(e => numbers.Contains(e.NormalizedUserName!))
            .Select(e => new { e.Id, e.NormalizedUserName })
            .ToListAsync(ct);
        var unknown = numbers.Except(known.Select(e => e.NormalizedUserName!)).ToList();
        if (unknown.Count > 0) refuse(nameof(People), "Refusal.UnknownNumbers", string.Join(' ', unknown));
        if (StartsOn is null) refuse(nameof(StartsOn), "Refusal.NoDay", "");
        if (DueOn is null) refuse(nameof(DueOn), "Refusal.NoDay", "");
        if (unknown.Count > 0 || StartsOn is not { } starts || DueOn is not { } due) return null;

        var terms = new AssignmentTerms(
            new Audience(
                [.. known.Select(e => e.Id)],
                [.. Branches.Distinct()],
                [.. Positions.Distinct()]),
            starts, due, Recurrence, NewcomerDays ?? 0);
        if (terms.Refusal(today, isNew) is not { } refusal) return terms;

        refuse(FieldOf(refusal), $"Refusal.{refusal}", AssignmentTerms.MostNewcomerDays);
        return null;
    }

    private static string FieldOf(AssignmentRefusal refusal) => refusal switch
    {
        AssignmentRefusal.NobodyChosen => nameof(People),
        AssignmentRefusal.BadNewcomerDays => nameof(NewcomerDays),
        _ => nameof(DueOn),
    };

    [GeneratedRegex(@"[\s,;，、；]+")]
    private static partial Regex Separators();
}
