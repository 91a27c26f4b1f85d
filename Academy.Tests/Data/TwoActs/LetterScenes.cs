using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.Scheduling;
using Academy.Tests.Hosting;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done about a job of the timetable, and about letters that were not mailed.</summary>
internal static class LetterScenes
{
    private const string Job = "SendLetters";

    /// <summary>A job that is paused, and a letter to somebody without an address.</summary>
    public static async Task<IReadOnlyList<Deed>> PostAsync(AcademyStore store)
    {
        var (head, reader) = (await store.ActorAsync("A0001"), await store.IdAsync("E0042"));
        await store.TellAsync((Foreman foreman) => foreman.PauseAsync(head, Job, "t", None));
        var about = new Dictionary<string, string> { ["kind"] = "Course", ["title"] = "x", ["due"] = "2026-11-30" };
        var letter = new Letter(reader, LetterKind.Nudge, "x", "/courses/x", about, null, TestClock.Tuesday);
        letter.Mailing!.Refuse(MailingRefusal.NoAddress, TestClock.Tuesday, "");
        await store.TellAsync(async (AcademyDb db) =>
        {
            db.Add(letter);
            await db.SaveChangesAsync();
        });
        return
        [
            Deed.Of<Foreman>("pause", role => role.PauseAsync(head, Job, "t", None)),
            Deed.Of<Foreman>("resume", role => role.ResumeAsync(head, Job, "t", None)),
            Deed.Of<Foreman>("ask for a run", role => role.AskAsync(head, Job, "t", None)),
            Deed.Of<PostOffice>("send again", role => role.SendAgainAsync(head, letter.Id, "t", None)),
        ];
    }
}
