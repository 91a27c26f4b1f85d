using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Opening;
using Academy.Domain.People;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Academy.Tests.Opening;

/// <summary>A store of the first release, opened by this one: the demonstration bank, taken back to the tables of then.</summary>
public sealed class UpgradeTests(OpenedAcademy opened) : IAsyncLifetime
{
    private const string FirstRelease = "First";

    private readonly AcademyStore store = new(opened);

    public async ValueTask InitializeAsync()
    {
        await store.TellAsync((AcademyDb db) => db.GetService<IMigrator>().MigrateAsync(FirstRelease));
        await store.TellAsync((AcademyDb db) =>
            db.Database.ExecuteSqlRawAsync("UPDATE ContentFiles SET Digest = 'of the first release'; UPDATE Courses SET Edition = 1"));
        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(CancellationToken.None));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Everybody_is_at_work_where_they_were()
    {
        var people = await store.AskAsync((AcademyDb db) => db.Employees.Include(e => e.Postings).AsNoTracking().ToListAsync());

        Assert.NotEmpty(people);
        Assert.All(people, person =>
        {
            var posting = Assert.Single(person.Postings);
            Assert.Equal(
                (person.BranchId, person.PositionId, Employment.Active, null),
                (posting.BranchId, posting.PositionId, posting.Employment, posting.Until));
            Assert.Equal(Employment.Active, person.Employment);
        });
    }

    [Fact]
    public async Task What_was_passed_or_read_to_the_end_is_completed()
    {
        var passed = await store.AskAsync((AcademyDb db) => db.Attempts.CountAsync(a => a.HasPassed && a.SubmittedAt != null));
        var read = await store.AskAsync((AcademyDb db) => db.Progress
            .Where(p => p.FinishedAt != null)
            .GroupBy(p => new { p.EmployeeId, p.Lesson.CourseId })
            .Select(g => new { g.Key, Read = g.Count(), Lessons = db.Set<Lesson>().Count(l => l.CourseId == g.Key.CourseId) })
            .CountAsync(g => g.Read == g.Lessons));
        var completions = await store.AskAsync((AcademyDb db) => db.Completions.AsNoTracking().ToListAsync());

        Assert.True(passed > 0 && read > 0);
        Assert.Equal(
            (passed, read),
            (completions.Count(c => c.SubjectKind == SubjectKind.Quiz), completions.Count(c => c.SubjectKind == SubjectKind.Course)));
    }

    [Fact]
    public async Task Papers_are_judged_by_the_terms_of_their_quizzes()
    {
        var attempts = await store.AskAsync((AcademyDb db) =>
            db.Attempts.Include(a => a.Quiz).Include(a => a.Slots).AsSplitQuery().AsNoTracking().ToListAsync());

        Assert.NotEmpty(attempts);
        Assert.All(attempts, attempt => Assert.Equal(
            (attempt.Quiz.Terms.PassPoints, attempt.Quiz.Terms.MarkingScheme, attempt.Quiz.Terms.Grace, attempt.Slots.Count),
            (attempt.PassPoints, attempt.MarkingScheme, attempt.Grace, attempt.SlotCount)));
    }

    [Fact]
    public async Task What_stands_beside_blueprints_and_texts_is_what_they_say()
    {
        var quizzes = await store.AskAsync((AcademyDb db) => db.Quizzes.AsNoTracking().ToListAsync());
        var versions = await store.AskAsync((AcademyDb db) => db.QuestionVersions.AsNoTracking().ToListAsync());

        Assert.All(quizzes, quiz => Assert.Equal((quiz.Blueprint.Count, quiz.Blueprint.Worth), (quiz.QuestionCount, quiz.Worth)));
        Assert.All(versions, version => Assert.Equal((version.Text.GradingSchemes(), true), (version.GradedUnder, version.IsVouchedFor)));
    }

    [Fact]
    public async Task A_course_that_asks_for_a_signature_by_now_asks_for_it() => Assert.Equal(
        AttestationRule.EachEdition,
        await store.AskAsync((AcademyDb db) => db.Courses
            .Where(c => c.Slug == "complaint-handling")
            .Select(c => c.Attestation)
            .SingleAsync()));

    [Fact]
    public async Task Every_course_is_published_in_its_first_edition_with_all_its_lessons()
    {
        var courses = await store.AskAsync((AcademyDb db) =>
            db.Courses.Include(c => c.Lessons).Include(c => c.Editions).AsSplitQuery().AsNoTracking().ToListAsync());

        Assert.NotEmpty(courses);
        Assert.All(courses, course =>
        {
            Assert.Equal((CourseState.Published, 1), (course.State, course.Edition));
            Assert.Equal(
                course.Lessons.OrderBy(l => l.Number).Select(l => new EditionLesson(l.Slug, 1)),
                Assert.Single(course.Editions).Lessons);
        });
    }
}
