using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static Academy.Tests.Quizzes.Sittings;

namespace Academy.Tests.Quizzes;

/// <summary>The quiz says when a score may be known; lists ask the store, and coverage keeps the moment.</summary>
public sealed class ReleaseTests(OpenedAcademy opened)
{
    [Theory]
    [InlineData(Release.OnSubmission, null)]
    [InlineData(Release.OnSubmission, 1)]
    [InlineData(Release.AfterClosing, null)]
    [InlineData(Release.AfterClosing, -1)]
    [InlineData(Release.AfterClosing, 0)]
    [InlineData(Release.AfterClosing, 1)]
    [InlineData(Release.Never, null)]
    [InlineData(Release.Never, -1)]
    public async Task Lists_and_coverage_tell_a_score_exactly_when_the_quiz_does(Release release, int? closes)
    {
        await using var store = new AcademyStore(opened);
        var now = store.Clock.GetUtcNow();
        await store.SeatAsync("E0003");
        await store.AskAsync((AcademyDb db) => db.ChangeQuizAsync(
            CourseQuiz, terms => terms with { ScoreRelease = release, ClosesAt = closes is { } minutes ? now.AddMinutes(minutes) : null }));
        var terms = await store.AskAsync((AcademyDb db) => db.Quizzes.Where(q => q.Slug == CourseQuiz).Select(q => q.Terms).SingleAsync());

        var isListed = await store.AskAsync((AcademyDb db) =>
            db.Attempts.Where(a => a.Quiz.Slug == CourseQuiz).ScoreReleased(now).AnyAsync());

        Assert.Equal(terms.ReleasesScore(now), isListed);
        Assert.Equal(terms.ReleasesScore(now), terms.ScoreReleasedFrom() is not { } from || from <= now);
    }
}
