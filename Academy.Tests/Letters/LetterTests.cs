using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Letters;

public sealed class LetterTests(OpenedAcademy opened)
{
    [Fact]
    public async Task A_letter_that_is_opened_twice_at_once_was_read_when_it_was_opened_first()
    {
        await using var store = new AcademyStore(opened);
        var (now, ct) = (store.Clock.GetUtcNow(), CancellationToken.None);
        var reader = await store.AskAsync((AcademyDb db) => db.Employees.Numbered("E0042").Select(e => e.Id).SingleAsync());
        var id = await store.AskAsync(async (AcademyDb db) =>
        {
            var letter = db.Add(new Letter(reader, LetterKind.Nudge, "course-x:2026-11-24", "/courses/x", Words, null, now)).Entity;
            await db.SaveChangesAsync();
            return letter.Id;
        });

        Assert.Equal("/courses/x", await store.AskAsync(async (AcademyDb late) =>
        {
            await late.Letters.SingleAsync(l => l.Id == id);
            await store.AskAsync((AcademyDb db) => db.OpenLetterAsync(reader, id, now, ct));
            return await late.OpenLetterAsync(reader, id, now.AddMinutes(1), ct);
        }));

        Assert.Equal(now, await store.AskAsync((AcademyDb db) => db.Letters.Where(l => l.Id == id).Select(l => l.ReadAt).SingleAsync()));
        Assert.Null(await store.AskAsync((AcademyDb db) => db.OpenLetterAsync(reader + 1, id, now, ct)));
    }

    private static Dictionary<string, string> Words => new() { ["kind"] = "Course", ["title"] = "x", ["due"] = "2026-11-30" };
}
