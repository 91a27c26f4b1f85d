using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Search;

/// <summary>Finds lessons for everybody, questions for those who write them, and people for those who answer for them.</summary>
[Authorize]
public sealed class SearchModel(AcademyDb db, Wording say) : PageModel
{
    [FromQuery(Name = "q")] public string? Typed { get; set; }
    [FromQuery(Name = "in")] public string? Where { get; set; }
    [FromQuery(Name = "page")] public int Asked { get; set; }

    public SearchQuery Query { get; private set; } = SearchQuery.Of(null);
    public Place Place { get; private set; }

    /// <summary>The places that are open to this person, each with how much was found there.</summary>
    public IReadOnlyList<(Place Place, int Found)> Places { get; private set; } = [];
    public IReadOnlyList<Find> Finds { get; private set; } = [];
    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    private bool MayFindQuestions => User.IsInAny(Rights.Trainers);
    private bool MayFindPeople => User.IsInAny($"{Roles.BranchHead},{Roles.Administrator}");

    public async Task OnGetAsync(CancellationToken ct)
    {
        Query = SearchQuery.Of(Typed);
        if (Query.IsEmpty) return;

        var people = MayFindPeople ? await PeopleAsync(ct) : null;
        var texts = await db.FullText.CountAsync(Query, ct);
        List<(Place Place, int Found)> places = [(Place.Lessons, texts.GetValueOrDefault(CourseIndex.Kind))];
        var closed = MayFindQuestions ? await ClosedBanksAsync(ct) : [];
        if (MayFindQuestions) places.Add((Place.Questions, await db.FullText.CountAsync(BankIndex.Kind, Query, closed, ct)));
        if (people is not null) places.Add((Place.People, await people.CountAsync(ct)));
        Places = places;
        var here = ChosenOf(places);
        Place = here.Place;
        Paging = Paging.Of(Asked, here.Found);
        Finds = Place switch
        {
            Place.Questions => await FindQuestionsAsync(closed, ct),
            Place.People => await FindPeopleAsync(people!, ct),
            _ => await FindLessonsAsync(ct),
        };
    }

    /// <summary>The place that was asked for; without one, the first where something is.</summary>
    private (Place Place, int Found) ChosenOf(List<(Place Place, int Found)> places)
    {
        if (Enum.TryParse<Place>(Where, ignoreCase: true, out var asked) && places.Exists(p => p.Place == asked))
            return places.Find(p => p.Place == asked);
        return places.Exists(p => p.Found > 0) ? places.Find(p => p.Found > 0) : places[0];
    }

    private async Task<IReadOnlyList<Find>> FindLessonsAsync(CancellationToken ct)
    {
        var entries = await db.FullText.FindAsync(CourseIndex.Kind, Query, Paging.Skip, Paging.Size, ct);
        var courses = entries.Select(entry => entry.Source).ToHashSet();
        var lessons = await db.Lessons.Where(lesson => courses.Contains(lesson.Course.Slug))
            .Select(lesson =>
                new { Address = "/courses/" + lesson.Course.Slug + "/" + lesson.Slug, Course = lesson.Course.Title, lesson.Title })
            .ToDictionaryAsync(lesson => lesson.Address, ct);
        return [.. entries.Select(entry => new Find(entry.Title, entry.Text,
            lessons.GetValueOrDefault(entry.Address.Split('#')[0]) is { } lesson
                ? [lesson.Course, .. new[] { lesson.Title }.Where(title => title != entry.Title)]
                : [],
            entry.Address))];
    }

    /// <summary>The banks that are not open to the person, by slug.</summary>
    private Task<List<string>> ClosedBanksAsync(CancellationToken ct)
    {
        var open = db.Banks.OpenTo(User.BankUser).Select(bank => bank.Id);
        return db.Banks.Where(bank => !open.Contains(bank.Id)).Select(bank => bank.Slug).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<Find>> FindQuestionsAsync(List<string> closed, CancellationToken ct)
    {
        var entries = await db.FullText.FindAsync(BankIndex.Kind, Query, Paging.Skip, Paging.Size, ct, closed);
        var banks = await db.Banks.ToDictionaryAsync(bank => bank.Slug, bank => bank.Title, ct);
        return [.. entries.Select(entry =>
            new Find(entry.Title, entry.Text, [banks.GetValueOrDefault(entry.Source, entry.Source), entry.Key], entry.Address))];
    }

    private async Task<IReadOnlyList<Find>> FindPeopleAsync(IQueryable<Employee> people, CancellationToken ct)
    {
        var rows = await people.OrderBy(person => person.PinyinKey).ThenBy(person => person.UserName).Skip(Paging.Skip).Take(Paging.Size)
            .Select(person => new
            {
                Number = person.UserName!,
                person.Name,
                Branch = new { person.Branch.Name, person.Branch.EnglishName },
                Position = new { person.Position.Name, person.Position.EnglishName },
            })
            .ToListAsync(ct);
        var isAdministrator = User.IsInRole(Roles.Administrator);
        return [.. rows.Select(row => new Find(row.Name, "",
            [row.Number, say.In(row.Branch.Name, row.Branch.EnglishName), say.In(row.Position.Name, row.Position.EnglishName)],
            isAdministrator ? $"/admin/people/{row.Number}" : ""))];
    }

    /// <summary>Whom the person may find: administrators everybody, branch heads those of their branch and below it.</summary>
    private async Task<IQueryable<Employee>> PeopleAsync(CancellationToken ct)
    {
        var id = User.Id;
        var path = User.IsInRole(Roles.Administrator)
            ? "/"
            : await db.Employees.Where(e => e.Id == id).Select(e => e.Branch.Path).SingleAsync(ct);
        return db.Employees.AsNoTracking().Within(path).Called(Query.Terms);
    }
}
