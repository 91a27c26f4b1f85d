using System.Net;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Learning;

public sealed class ShippedLessonsTests(OpenedAcademy opened, SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    public static TheoryData<string> Lessons =>
        [.. Directory.EnumerateFiles(Repository.File("content", "courses"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.File("content", "courses"), file))
            .Order()];

    [Theory, MemberData(nameof(Lessons))]
    public void Every_lesson_has_aims_key_points_sources_clauses_and_a_case(string file)
    {
        var document = LessonReader.Read(File.ReadAllText(Repository.File("content", "courses", file))).Document;

        Assert.InRange(document.Aims.Count, 2, 3);
        Assert.InRange(document.KeyPoints.Count, 1, 5);
        Assert.NotEmpty(document.Sources);
        Assert.InRange(document.Clauses.Count(), 3, 7);
        Assert.NotEmpty(document.Cases);
        Assert.All(document.Cases, worked => Assert.Equal(3, worked.Options.Count));
    }

    [Fact]
    public async Task Every_file_is_a_lesson_of_its_course()
    {
        await using var store = new AcademyStore(opened);

        var loaded = await store.AskAsync((AcademyDb db) => db.Lessons.Select(l => new { Course = l.Course.Slug, l.Slug }).ToListAsync());

        Assert.Equal(Lessons.Select(row => row.Data), loaded.Select(l => Path.Combine(l.Course, $"{l.Slug}.md")).Order());
    }

    [Fact]
    public async Task Every_clause_has_its_address_on_the_page_of_its_lesson()
    {
        var reader = await academy.App.SignInAsync("E0001");

        foreach (var lesson in await academy.App.InStoreAsync(db => db.Lessons
            .Include(l => l.Course)
            .Include(l => l.Clauses)
            .AsNoTracking()
            .ToListAsync()))
        {
            var page = await reader.GetPageAsync($"/courses/{lesson.Course.Slug}/{lesson.Slug}");
            Assert.All(lesson.Clauses, clause => Assert.NotNull(page.GetElementById(clause.Slug)));
            Assert.Distinct(page.QuerySelectorAll("[id]").Select(element => element.Id));
            Assert.All(
                page.QuerySelectorAll(".toc a[href^='#']:not(.toc-close)"),
                link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        }
    }

    [Fact]
    public async Task Know_your_product_is_taught_where_links_point()
    {
        var page = await (await academy.App.SignInAsync("E0001")).GetPageAsync("/courses/professional-ethics/customers");

        Assert.NotNull(page.GetElementById("know-your-product"));
    }

    [Theory]
    [InlineData("/courses/no-such-course")]
    [InlineData("/courses/no-such-course/customers")]
    [InlineData("/courses/professional-ethics/no-such-lesson")]
    [InlineData("/courses/counterfeit-currency/customers")]
    public async Task What_is_not_taught_is_not_found(string address)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await academy.App.SignInAsync("E0001")).GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_course_counts_what_its_reader_has_finished()
    {
        await using var store = new AcademyStore(opened);
        var employee = await store.AskAsync((AcademyDb db) => db.Users.Where(e => e.UserName == "E0001").Select(e => e.Id).SingleAsync());
        await store.TellAsync(async (AcademyDb db) =>
        {
            var lessons = await db.Lessons.Where(l => l.Course.Slug == "counterfeit-currency").OrderBy(l => l.Number).ToListAsync();
            var read = new Progress(employee, lessons[0].Id);
            read.Open(TestClock.Tuesday);
            read.Finish(LessonMeasure.Of(lessons[0]), null, TestClock.Tuesday.AddHours(1));
            var begun = new Progress(employee, lessons[1].Id);
            begun.Open(TestClock.Tuesday);
            begun.Credit(TimeSpan.FromMinutes(1), 2, TestClock.Tuesday.AddHours(1));
            db.AddRange(read, begun);
            await db.SaveChangesAsync();
        });

        var standings = await store.AskAsync((AcademyDb db) => db.CourseProgressAsync(employee, null, CancellationToken.None));

        Assert.Equal(
            [
                "professional-ethics", "self-discipline", "complaint-handling", "counterfeit-currency", "civilized-service", "model-units",
                "fair-treatment", "service-etiquette", "skills-contests", "exams-certificates",
                "anti-fraud", "anti-money-laundering", "personal-information", "consumer-protection",
                "deposit-insurance", "cash-service", "staff-conduct", "older-and-disabled",
                "accounts-and-deposits", "words-and-manners", "outlet-practice",
            ],
            standings.Select(course => course.Slug));
        var studied = Assert.Single(standings, course => course.Slug == "counterfeit-currency");
        Assert.All(
            standings.Where(course => course != studied),
            course => Assert.Equal((0, false, false, 1), (course.Finished, course.IsBegun, course.IsFinished, course.Next!.Number)));
        Assert.Equal((1, true, false, 2), (studied.Finished, studied.IsBegun, studied.IsFinished, studied.Next!.Number));
        Assert.Equal((true, 2), (studied.Next.IsBegun, studied.Next.FurthestClause));
        Assert.Equal(studied.Lessons[1].ReadingTime + studied.Lessons[2].ReadingTime, studied.ReadingTimeLeft);
    }
}
