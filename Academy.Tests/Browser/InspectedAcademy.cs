using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Browser;

/// <summary>An academy in which every page and state can be found, the unlucky ones too.</summary>
public sealed class InspectedAcademy(OpenedAcademy opened, Chromium chromium) : Classroom(opened, chromium), IAsyncLifetime
{
    /// <summary>Has a password that somebody else has seen.</summary>
    public const string Newcomer = "E0113";

    /// <summary>Is not on the roll as an employee, like an administrator from outside.</summary>
    public const string Outsider = "E0114";

    /// <summary>Has read all of a course that asks for a signature, and has not signed; has letters.</summary>
    public const string Reader = "E0115";

    public const string Attested = "complaint-handling";

    /// <summary>Has handed in answers that wait for a marker.</summary>
    public const string Writer = "E0098";

    /// <summary>A trainer who has made nothing yet.</summary>
    public const string Beginner = "E0116";

    public const string BrokenPage = "/courses/broken";

    private readonly Dictionary<Device, Visit> windows = [];

    /// <summary>
    /// Somebody before a place, in the window of whoever looked before with the same device unless the place would change it: a
    /// browser that has shown the pages before knows their scripts, and the rules.
    /// </summary>
    public async Task<Visit> VisitAsync(Device device, Place place)
    {
        if (place.ChangesWindow) return place.Number is null ? await EnterAsync(device) : await EnterAsync(device, place.Number);

        if (!windows.TryGetValue(device, out var window)) windows[device] = window = await EnterAsync(device);
        await window.SignOutAsync();
        if (place.Number is not null) await SignInAsync(window, place.Number);
        await window.Page.Mouse.MoveAsync(0, 0);
        return new Visit(window.Window, window.Page, isGuest: true);
    }

    public async ValueTask InitializeAsync()
    {
        await App.InStoreAsync(async db =>
        {
            var newcomer = await db.Employees.Numbered(Newcomer).SingleAsync();
            newcomer.ReceiveFirstPassword(newcomer.PasswordHash!, App.Clock.GetUtcNow());
            var outsider = await db.Employees.Numbered(Outsider).SingleAsync();
            db.RemoveRange(db.UserRoles.Where(role => role.UserId == outsider.Id));
            await PrepareAsync(db, await db.Employees.Numbered(Reader).SingleAsync());
            await Shelf.FillAsync(db);
            var trainer = await db.Roles.SingleAsync(role => role.Name == Roles.Trainer);
            db.Add(new IdentityUserRole<long>
            {
                UserId = await db.Employees.Numbered(Beginner).Select(e => e.Id).SingleAsync(),
                RoleId = trainer.Id,
            });
            await MadeQuizzes.FillAsync(db, App.Clock.GetUtcNow());
            await db.SaveChangesAsync();
            return await db.SitAsync(
                App.Clock,
                Writer,
                Sittings.EveryType,
                slot => slot.Question.Shape == AnswerShape.Choice ? null : slot.RightValue());
        });
        await OwnCourse.WriteAsync(App);
    }

    private async Task PrepareAsync(AcademyDb db, Employee reader)
    {
        var now = App.Clock.GetUtcNow();
        var lessons = await db.Lessons.InForce().Include(l => l.Course).Where(l => l.Course.Slug == Attested).ToListAsync();
        db.RemoveRange(db.Progress.Of(reader.Id).Where(p => p.Lesson.Course.Slug == Attested));
        db.RemoveRange(await db.Attestations.Where(a => a.EmployeeId == reader.Id).ToListAsync());
        foreach (var lesson in lessons)
        {
            var progress = db.Add(new Progress(reader.Id, lesson.Id)).Entity;
            progress.Open(now - lesson.ReadingTime);
            progress.Finish(LessonMeasure.Of(lesson), lesson.ReadingTime, now);
        }

        db.Add(new Assignment(
            lessons[0].Course.Subject, new Audience([reader.Id], [], []), new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 26),
            Recurrence.None, 0, reader.Id, now));
        db.AddRange(Enumerable.Range(0, 3).Select(days => new Letter(
            reader.Id,
            LetterKind.Nudge,
            $"course-{Attested}:{now.AddDays(-days):yyyy-MM-dd}",
            $"/courses/{Attested}",
            new Dictionary<string, string> { ["kind"] = "Course", ["title"] = "消费投诉处理", ["due"] = "2026-11-26" },
            null,
            now.AddDays(-days))));
    }

    protected override void Adjust(IServiceCollection services) =>
        services.AddInspection().Configure<MvcOptions>(options => options.Filters.Add<Breakdown>());

    private sealed class Breakdown : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path == BrokenPage) throw new InvalidOperationException("This page breaks down.");
        }

        public void OnResourceExecuted(ResourceExecutedContext context) { }
    }
}
