using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

public static class ReminderQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Reminder> Reminders => db.Set<Reminder>();
        public DbSet<ReminderRule> ReminderRules => db.Set<ReminderRule>();
        public DbSet<ReminderRound> ReminderRounds => db.Set<ReminderRound>();
        public DbSet<ReminderChoice> ReminderChoices => db.Set<ReminderChoice>();
        public DbSet<CalendarDay> CalendarDays => db.Set<CalendarDay>();
        public DbSet<CalendarFeed> CalendarFeeds => db.Set<CalendarFeed>();

        /// <summary>
        /// Whose dates are read at a secret address; nobody's when it is no such secret, or theirs who left or were shut out.
        /// </summary>
        public async Task<CalendarFeed?> FeedAsync(string secret, CancellationToken ct)
        {
            var digest = CalendarFeed.DigestOf(secret);
            var able = db.Employees.Employed().Where(e => e.DisabledAt == null);
            return await db.CalendarFeeds.AsNoTracking()
                .SingleOrDefaultAsync(f => f.Digest == digest && able.Any(e => e.Id == f.EmployeeId), ct);
        }

        /// <summary>How people are reminded now.</summary>
        public async Task<RuleBook> RuleBookAsync(CancellationToken ct) =>
            new(await db.ReminderRules.AsNoTracking().ToDictionaryAsync(r => r.Occasion, r => r.Terms, ct));

        /// <summary>Of what each of some people was told about some subjects, however long ago.</summary>
        internal async Task<HashSet<(long EmployeeId, (Occasion, string, string) Key)>> ToldAsync(
            IReadOnlyCollection<long> people, IEnumerable<string> about, CancellationToken ct)
        {
            var subjects = about.ToHashSet();
            return (await db.Reminders
                .Where(r => people.Contains(r.EmployeeId) && subjects.Contains(r.Subject))
                .Select(r => new { r.EmployeeId, r.Occasion, r.Subject, r.Mark })
                .ToListAsync(ct))
                .Select(r => (r.EmployeeId, (r.Occasion, r.Subject, r.Mark)))
                .ToHashSet();
        }

        /// <summary>The days that were announced, and what administrators have said of some.</summary>
        public async Task<WorkingDays> WorkingDaysAsync(WorkingDays announced, CancellationToken ct) =>
            announced.With((await db.CalendarDays.AsNoTracking().ToListAsync(ct)).Select(day => day.Special));

        /// <summary>What somebody has chosen, of occasions that are theirs to choose.</summary>
        public async Task<IReadOnlyDictionary<Occasion, Channels>> ChosenAsync(long employeeId, CancellationToken ct) =>
            await db.ReminderChoices.Where(c => c.EmployeeId == employeeId).ToDictionaryAsync(c => c.Occasion, c => c.Channels, ct);
    }
}
