using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Archives;

public enum EntryState
{
    /// <summary>It is so now.</summary>
    Stands,

    /// <summary>Another line has taken it back.</summary>
    Reversed,

    /// <summary>It takes another line back.</summary>
    Reversal,
}

/// <summary>A line of the archive, and what became of it.</summary>
public sealed record ShownEntry(ArchiveEntry Entry, EntryState State)
{
    public bool Stands => State == EntryState.Stands;
}

/// <summary>What somebody's archive says, without what is not to be shown yet; the latest first.</summary>
public sealed class LifeInLearning(IReadOnlyList<ShownEntry> entries)
{
    private const int YearsOfTarget = 2;
    private const int MinutesOfHour = 60;

    public IReadOnlyList<ShownEntry> Entries => entries;

    public IEnumerable<ArchiveEntry> Standing => entries.Where(entry => entry.Stands).Select(entry => entry.Entry);

    /// <summary>The best of each discipline that was practiced.</summary>
    public IEnumerable<ArchiveEntry> Bests => Standing.Where(entry => entry.Kind == ArchiveKind.PersonalBest)
        .GroupBy(entry => entry.Discipline).Select(own => own.First()).OrderBy(entry => entry.Discipline, StringComparer.Ordinal);

    public IEnumerable<ArchiveEntry> Ranks => Standing.Where(entry => entry.Kind == ArchiveKind.ContestResult);

    /// <summary>For how many hours somebody has learned in the last two years, half an hour counting as one.</summary>
    public int HoursBy(DateOnly today) => (int)Math.Round(
        Standing.Where(entry => entry.Day > today.AddYears(-YearsOfTarget)).Sum(entry => entry.Minutes ?? 0) / (double)MinutesOfHour,
        MidpointRounding.AwayFromZero);
}

public static class LifeQueries
{
    extension(AcademyDb db)
    {
        public async Task<LifeInLearning> LifeInLearningAsync(
            long employeeId, IEnumerable<IWithheld> withheld, DateTimeOffset now, CancellationToken ct)
        {
            var hidden = await db.WithheldAsync(withheld, now, ct);
            var entries = await db.ArchiveEntries.AsNoTracking().Of(employeeId).Where(e => !hidden.Contains(e.Subject))
                .OrderByDescending(e => e.At).ThenByDescending(e => e.Number).ToListAsync(ct);
            var reversed = entries.Select(entry => entry.ReversesId).OfType<long>().ToHashSet();
            return new LifeInLearning([.. entries.Select(entry => new ShownEntry(entry, StateOf(entry)))]);

            EntryState StateOf(ArchiveEntry entry)
            {
                if (entry.ReversesId is not null) return EntryState.Reversal;
                return reversed.Contains(entry.Id) ? EntryState.Reversed : EntryState.Stands;
            }
        }

        /// <summary>The subjects of which no line is shown now.</summary>
        public async Task<List<string>> WithheldAsync(IEnumerable<IWithheld> withheld, DateTimeOffset now, CancellationToken ct)
        {
            var hidden = new List<string>();
            foreach (var some in withheld) hidden.AddRange(await some.SubjectsAsync(db, now, ct));
            return hidden;
        }
    }
}
