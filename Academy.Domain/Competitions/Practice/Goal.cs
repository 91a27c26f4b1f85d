using System.Globalization;
using System.Text;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;

namespace Academy.Domain.Competitions.Practice;

public enum GoalRefusal { NoNumber, OutOfBounds, NoSuchLevel, ReachedAlready }

/// <summary>What somebody wants to reach in a drill: a level, or a score of one's own. There is one for each drill at the most.</summary>
public sealed class Goal
{
    private Goal() { }

    internal Goal(long employeeId, Discipline discipline) => (EmployeeId, Discipline) = (employeeId, discipline.Slug);

    public long EmployeeId { get; private set; }

    /// <summary>The slug of it.</summary>
    public string Discipline { get; private set; } = "";

    /// <summary>Null for a score of one's own.</summary>
    public int? Level { get; private set; }

    /// <summary>As <see cref="DrillResult.Score"/> has it; of a level what it took when it was chosen.</summary>
    public int Score { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    /// <summary>What it takes: a bank may have changed what a level does since it was chosen.</summary>
    public int ScoreBy(LevelTable levels) =>
        Level is { } number && levels.Numbered(Drills.Discipline.Named(Discipline)!, number) is { } level ? level.Score : Score;

    internal void Aim(int score, int? level, DateTimeOffset now)
    {
        if ((score, level) == (Score, Level)) return;
        (Score, Level, SetAt) = (score, level, now);
    }

    /// <summary>The figures that somebody may aim at: nobody gets beyond them, and below is nothing to practice for.</summary>
    public static (int Least, int Most) Bounds(Discipline discipline) => discipline.Mode switch
    {
        DrillMode.Sums => (1, 60),
        DrillMode.Hundred => (40, (int)discipline.Length.TotalSeconds),
        DrillMode.Lines => (10, 900),
        _ => (5, Passages.FastestPerMinute),
    };

    /// <summary>The figure that somebody has typed, with at most one digit behind the point; null for what is none.</summary>
    public static decimal? FigureIn(string typed)
    {
        var written = typed.Normalize(NormalizationForm.FormKC).Trim();
        var isNumber = decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure);
        return isNumber && figure.Scale <= 1 ? figure : null;
    }
}
