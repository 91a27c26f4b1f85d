using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

public static class PeopleQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Employee> Employees => db.Users;
        public DbSet<Branch> Branches => db.Set<Branch>();
        public DbSet<Position> Positions => db.Set<Position>();
    }

    extension(IQueryable<Employee> employees)
    {
        public IQueryable<Employee> Numbered(string number)
        {
            var normalized = Employee.Normalize(number);
            return employees.Where(e => e.NormalizedUserName == normalized);
        }
    }
}
