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
        /// <param name="employeeId">Whose.</param>
        /// <param name="viewerId">Who looks: what only its person may know is not told to others.</param>
        /// <param name="withheld">What is not to be shown yet.</param>
        /// <param name="now">When.</param>
        /// <param name="ct">Stops the search.</param>
        public async Task<LifeInLearning> LifeInLearningAsync(
            long employeeId, long viewerId, IEnumerable<IWithheld> withheld, DateTimeOffset now, CancellationToken ct)
        {
            var shown = await db.ShownAsync(db.ArchiveEntries.AsNoTracking().Of(employeeId), withheld, employeeId == viewerId, now, ct);
            var entries = await shown
                .OrderByDescending(e => e.At).ThenByDescending(e => e.Number).ToListAsync(ct);
            var reversed = entries.Select(entry => entry.ReversesId).OfType<long>().ToHashSet();
            return new LifeInLearning([.. entries.Select(entry => new ShownEntry(entry, StateOf(entry)))]);

            EntryState StateOf(ArchiveEntry entry)
            {
                if (entry.ReversesId is not null) return EntryState.Reversal;
                return reversed.Contains(entry.Id) ? EntryState.Reversed : EntryState.Stands;
            }
        }

        /// <summary>Those of some lines that are shown now, to their own person or to others.</summary>
        public async Task<IQueryable<ArchiveEntry>> ShownAsync(
            IQueryable<ArchiveEntry> entries, IEnumerable<IWithheld> withheld, bool isOwn, DateTimeOffset now, CancellationToken ct)
        {
            var (subjects, sources) = (new List<string>(), new List<string>());
            foreach (var some in withheld)
            {
                subjects.AddRange(await some.SubjectsAsync(db, now, ct));
                if (!isOwn) sources.AddRange(await some.SourcesOfOthersAsync(db, now, ct));
            }

            return entries.Where(e => !subjects.Contains(e.Subject) && !sources.Contains(e.Source));
        }
    }
}
