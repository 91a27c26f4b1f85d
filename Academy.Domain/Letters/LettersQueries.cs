using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Letters;

public static class LettersQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Letter> Letters => db.Set<Letter>();
    }

    extension(IQueryable<Letter> letters)
    {
        public IQueryable<Letter> Of(long employeeId) => letters.Where(l => l.RecipientId == employeeId);

        public IQueryable<Letter> Unread() => letters.Where(l => l.ReadAt == null);
    }
}
