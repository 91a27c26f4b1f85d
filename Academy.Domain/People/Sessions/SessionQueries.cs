using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People.Sessions;

public static class SessionQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Session> Sessions => db.Set<Session>();

        /// <summary>Those that nobody has ended, and that are of the account as it is.</summary>
        internal IQueryable<Session> OpenSessions()
        {
            var people = db.Employees;
            return db.Sessions.Where(s =>
                s.EndedAt == null && people.Any(e => e.Id == s.EmployeeId && e.SecurityStamp == s.Stamp));
        }
    }

    extension(IQueryable<Session> sessions)
    {
        public IQueryable<Session> Of(long employeeId) => sessions.Where(s => s.EmployeeId == employeeId);
    }
}
