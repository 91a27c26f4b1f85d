using Academy.Domain.Letters;
using Academy.Domain.Reminders;
using Academy.Tests.Hosting;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done about how and when people are reminded.</summary>
internal static class ReminderScenes
{
    private static readonly DateOnly Day = new(2026, 12, 24);

    /// <summary>Usual rules and hours, and a day of the bank's own.</summary>
    public static async Task<IReadOnlyList<Deed>> ReminderAsync(AcademyStore store)
    {
        var (head, reader) = (await store.ActorAsync("A0001"), await store.IdAsync("E0042"));
        await store.TellAsync((Secretary secretary) => secretary.SetDayAsync(Day, false, "行庆", head, None));
        var (usual, hours) = (ReminderTerms.Usual(Occasion.DueSoon), PostHours.Usual);
        return
        [
            Deed.Of<Secretary>("say it otherwise", role => role.ChangeRuleAsync(
                Occasion.DueSoon, usual.AsSeen(), usual with { Text = "别忘了 {title}" }, head, None)),
            Deed.Of<Secretary>("turn it off", role => role.ChangeRuleAsync(
                Occasion.DueSoon, usual.AsSeen(), usual with { IsOn = false }, head, None)),
            Deed.Of<Secretary>("set the hours", role => role.SetHoursAsync(
                hours.AsSeen(), hours with { DigestAt = new TimeOnly(7, 30) }, head, None)),
            Deed.Of<Secretary>("work on the day", role => role.SetDayAsync(Day, true, "", head, None)),
            Deed.Of<Secretary>("clear the day", role => role.ClearDayAsync(Day, head, None)),
            Deed.Of<Secretary>("want mail alone", role => role.ChooseAsync(
                reader, new Dictionary<Occasion, Channels> { [Occasion.Published] = Channels.Mail }, None)),
        ];
    }
}
