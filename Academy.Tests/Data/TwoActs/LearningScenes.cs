using Academy.Domain.Assignments;
using Academy.Domain.Learning;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done about one course, and about what is asked of people.</summary>
internal static class LearningScenes
{
    private const string Slug = "service-etiquette";
    private static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>
    /// A course of two lessons and a third that is being written. One reader has read both long ago, is asked to read them again and
    /// has not signed; the other has one lesson left.
    /// </summary>
    public static async Task<IReadOnlyList<Deed>> CourseAsync(AcademyStore store)
    {
        var (trainer, head) = (await store.ActorAsync("T0001"), await store.ActorAsync("A0001"));
        var (reader, other) = (await store.IdAsync("E0001"), await store.IdAsync("E0002"));
        var desk = new Desk(store);
        await desk.AddLessonAsync(Slug, "third");
        await desk.WriteAsync(Slug, "third", "## 先问好\n\n您好。");
        await store.LookAsync(async db =>
        {
            var set = await db.Courses.WithManuscripts().SingleAsync(c => c.Slug == Slug);
            set.AskFor(AttestationRule.Once);
            foreach (var lesson in set.Lessons.Where(l => l.IsTaught))
            {
                Read(reader, lesson, TestClock.Tuesday.AddDays(-100));
                if (lesson.Number == 1) Read(other, lesson, TestClock.Tuesday.AddHours(-1));
            }

            db.Add(new Assignment(
                set.Subject, new Audience([reader], [], []), Today.AddDays(-120), Today.AddDays(-90), Recurrence.EveryQuarter, 14,
                trainer.Id!.Value, TestClock.Tuesday));
            return await db.SaveChangesAsync();

            void Read(long who, Lesson lesson, DateTimeOffset at)
            {
                var progress = db.Add(new Progress(who, lesson.Id)).Entity;
                progress.Open(at.AddHours(-1));
                Assert.Null(progress.Finish(LessonMeasure.Of(lesson), null, at));
            }
        });
        var course = await desk.CourseAsync(Slug);
        var (id, terms) = (course.Id, CourseTerms.Of(course));
        var lessons = course.Lessons.OrderBy(l => l.Number).ToList();
        var (first, last, third) = (lessons[0], lessons[1], lessons[2]);
        await store.TellAsync((Tutor tutor) => tutor.OpenLessonAsync(other, last.Id, None));
        return
        [
            Deed.Of<Editor>("describe", role => role.DescribeAsync(trainer, id, terms.AsSeen(), terms with { Title = "礼仪" }, None)),
            Deed.Of<Editor>("ask for no signature", role => role.DescribeAsync(
                head, id, terms.AsSeen(), terms with { Attestation = AttestationRule.None }, None)),
            Deed.Of<Editor>("move a lesson up", role => role.MoveLessonAsync(trainer, id, last.Slug, 1, -1, None)),
            Deed.Of<Editor>("move it down", role => role.MoveLessonAsync(head, id, last.Slug, 1, 1, None)),
            Deed.Of<Editor>("retire", role => role.RetireAsync(trainer, id, None)),
            Deed.Of<Editor>("restore", role => role.RestoreAsync(head, id, None)),
            Deed.Of<Editor>("retire a lesson", role => role.RetireLessonAsync(trainer, last.Id, None)),
            Deed.Of<Editor>("restore it", role => role.RestoreLessonAsync(head, last.Id, None)),
            Deed.Of<Editor>("retire the third", role => role.RetireLessonAsync(head, third.Id, None)),
            Deed.Of<Editor>("add a lesson", role => role.AddLessonAsync(trainer, id, new WantedSlug("new-one"), "新课", None)),
            Deed.Of<Editor>("add it otherwise", role => role.AddLessonAsync(head, id, new WantedSlug("new-one"), "另一课", None)),
            Deed.Of<Editor>("write", role => role.WriteAsync(
                trainer, third.Id, third.Revision, "第一天", ManuscriptFormat.Markdown, Text("## 再问好\n\n早上好。"), None)),
            Deed.Of<Editor>("write otherwise", role => role.WriteAsync(
                head, third.Id, third.Revision, "第二天", ManuscriptFormat.Markdown, Text("## 再问事\n\n慢走。"), None)),
            Deed.Of<Editor>("write what is in force anew", role => role.WriteAsync(
                head, first.Id, first.Revision, first.Title, ManuscriptFormat.Markdown, Text("## 全新\n\n短。"), None)),
            Deed.Of<Editor>("publish", role => role.PublishAsync(trainer, id, course.AsSeen(), "新增一课", None)),
            Deed.Of<Editor>("publish otherwise", role => role.PublishAsync(head, id, course.AsSeen(), "", None)),
            Deed.Of<Tutor>("finish a lesson", role => role.FinishLessonAsync(other, last.Id, null, None)),
            Deed.Of<Tutor>("open it", role => role.OpenLessonAsync(other, last.Id, None)),
            Deed.Of<Witness>("sign", role => role.SignAsync(
                reader, Slug, course.Edition, OpenedAcademy.Password, Office.Here, None)),
            Deed.Of<Dean>("restart", role => role.RestartAsync(reader, id, None)),
        ];
    }

    /// <summary>A course that is asked of an outlet, none of whose people has finished it.</summary>
    public static async Task<IReadOnlyList<Deed>> AssignmentAsync(AcademyStore store)
    {
        var (trainer, head, nudger) = (await store.ActorAsync("T0001"), await store.ActorAsync("A0001"), await store.ActorAsync("B0001"));
        var (subject, unit) = ((await new Desk(store).CourseAsync(Slug)).Subject, (await store.UnitAsync("102")).Id);
        var terms = new AssignmentTerms(new Audience([], [unit], []), Today.AddDays(-5), Today.AddDays(20), Recurrence.None, 14);
        var (longer, wider) = (terms with { DueOn = Today.AddDays(40) }, terms with { Audience = new Audience([], [], [1]) });
        var id = await store.AskAsync(async (Dean dean) => (await dean.AssignAsync(subject, terms, trainer, None)).AssignmentId!.Value);
        var (seen, coverage) = (terms.AsSeen(), await store.AskAsync((CoverageLedger ledger) => ledger.ReadAsync(None)));
        var near = new CoverageScope(coverage.Units.Single(u => u.Code == "102"));
        var wide = new CoverageScope(coverage.Units.Single(u => u.Code == "100"));
        return
        [
            Deed.Of<Dean>("give more time", role => role.ChangeAsync(id, seen, longer, trainer, None)),
            Deed.Of<Dean>("ask others", role => role.ChangeAsync(id, seen, wider, head, None)),
            Deed.Of<Dean>("withdraw", role => role.WithdrawAsync(id, trainer, None)),
            Deed.Of<Dean>("withdraw as well", role => role.WithdrawAsync(id, head, None)),
            Deed.Of<Dean>("assign the same", role => role.AssignAsync(subject, terms, trainer, None)),
            Deed.Of<Dean>("assign the same as somebody else", role => role.AssignAsync(subject, terms, head, None)),
            Deed.Of<Dean>("assign with more time", role => role.AssignAsync(subject, longer, head, None)),
            Deed.Of<Nudger>("nudge", role => role.NudgeAsync(near, $"course-{Slug}", nudger, None)),
            Deed.Of<Nudger>("nudge more", role => role.NudgeAsync(wide, $"course-{Slug}", head, None)),
        ];
    }

    private static ManuscriptText Text(string body) => ManuscriptText.Empty with { Body = body };
}
