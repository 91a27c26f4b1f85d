using Academy.Domain.Competitions.Drills;

namespace Academy.Domain.Competitions.Practice;

public enum HandCountRefusal { OutOfBounds }

/// <summary>
/// What somebody says to have counted at the desk in practice. Nobody has looked over it: it is for one's own eyes, on no board and no
/// level.
/// </summary>
public sealed class HandCount
{
    /// <summary>More than anybody counts in the time, by machine, too.</summary>
    public const int MostNotes = 30_000;
    public const int MostWrong = 300;

    private HandCount() { }

    internal HandCount(long employeeId, Discipline discipline, Guid run, int notes, int wrong, DateTimeOffset now)
    {
        (EmployeeId, Discipline, Run) = (employeeId, discipline.Slug, run);
        (Notes, Wrong, CountedAt) = (notes, wrong, now);
    }

    public long Id { get; private set; }
    public long EmployeeId { get; private set; }

    /// <summary>The slug of it.</summary>
    public string Discipline { get; private set; } = "";

    /// <summary>By which the same one is known when it is sent again.</summary>
    public Guid Run { get; private set; }

    public int Notes { get; private set; }

    /// <summary>In how many bundles something was wrong.</summary>
    public int Wrong { get; private set; }

    public DateTimeOffset CountedAt { get; private set; }
}
