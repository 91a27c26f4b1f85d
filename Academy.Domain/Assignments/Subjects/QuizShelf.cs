using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments.Subjects;

/// <summary>Quizzes: finished when passed.</summary>
internal sealed class QuizShelf : SubjectShelf
{
    public override SubjectKind Kind => SubjectKind.Quiz;
    public override AuditSubject Trail => QuizTrail.Quiz;
    public override string Word => "quiz";

    public override string AddressOf(Subject subject, string slug) => Addresses.OfQuiz(subject.Id);

    public override async Task<List<KnownSubject>> AllAsync(AcademyDb db, CancellationToken ct)
    {
        var offered = (await db.Quizzes.Published().Select(q => q.Id).ToListAsync(ct)).ToHashSet();
        var quizzes = await db.Quizzes
            .AsNoTracking()
            .OrderBy(q => q.Id)
            .Select(q => new { q.Id, q.Slug, q.Terms })
            .ToListAsync(ct);
        return quizzes.ConvertAll(quiz => new KnownSubject(
            Quiz.SubjectOf(quiz.Id), quiz.Slug, quiz.Terms.Title, quiz.Terms.Title, 0, quiz.Terms.ScoreReleasedFrom(),
            IsOffered: offered.Contains(quiz.Id), Counts: true)
        {
            ClosesAt = quiz.Terms.ClosesAt,
        });
    }

    public override async Task<Dictionary<long, Headway>> HeadwaysAsync(
        AcademyDb db, long subjectId, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var taken = await db.Attempts
            .Where(a => people.Contains(a.EmployeeId) && a.QuizId == subjectId && a.SubmittedAt != null)
            .GroupBy(a => a.EmployeeId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return people.ToDictionary(id => id, id => new Headway(taken.GetValueOrDefault(id), 0));
    }

    public override IQueryable<HandedIn> HandedIn(AcademyDb db, long subjectId) => db.Attempts
        .Where(a => a.QuizId == subjectId && a.SubmittedAt != null)
        .Select(a => new HandedIn(a.EmployeeId, a.SubmittedAt!.Value));
}
