using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Practice;

/// <summary>
/// Keeps what each person wants to reach, and what they say to have counted by hand. Nobody else sees it, and so the trail does not tell
/// of it.
/// </summary>
public sealed class Coach(AcademyDb db, LevelTable levels, TimeProvider clock)
{
    public Task<GoalRefusal?> AimAtLevelAsync(long employeeId, Discipline discipline, int level, CancellationToken ct) =>
        levels.Numbered(discipline, level) is { } found
            ? AimAsync(employeeId, discipline, found.Score, level, ct)
            : Task.FromResult<GoalRefusal?>(GoalRefusal.NoSuchLevel);

    /// <param name="employeeId">Who.</param>
    /// <param name="discipline">In what.</param>
    /// <param name="figure">As it was typed: sums, seconds, keys or characters a minute.</param>
    /// <param name="ct">Stops it.</param>
    public Task<GoalRefusal?> AimAtFigureAsync(long employeeId, Discipline discipline, string figure, CancellationToken ct)
    {
        if (Goal.FigureIn(figure) is not { } typed) return Task.FromResult<GoalRefusal?>(GoalRefusal.NoNumber);

        var (least, most) = Goal.Bounds(discipline);
        return typed >= least && typed <= most && IsWhole(discipline, typed)
            ? AimAsync(employeeId, discipline, discipline.ScoreOf(typed), null, ct)
            : Task.FromResult<GoalRefusal?>(GoalRefusal.OutOfBounds);
    }

    /// <summary>Drops the goal; nothing happens where there is none.</summary>
    public async Task DropAsync(long employeeId, Discipline discipline, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.Goals.Of(employeeId, discipline).SingleOrDefaultAsync(ct) is not { } goal) return;

        db.Remove(goal);
        await turn.CommitAsync(ct);
    }

    /// <summary>Keeps what somebody has counted at the desk; the same run once more is no second one.</summary>
    public async Task<HandCountRefusal?> CountAsync(
        long employeeId, Discipline discipline, Guid run, int notes, int wrong, CancellationToken ct)
    {
        if (notes is < 0 or > HandCount.MostNotes || wrong is < 0 or > HandCount.MostWrong) return HandCountRefusal.OutOfBounds;

        await using var turn = await db.TakeTurnAsync(ct);
        if (await db.HandCounts.AnyAsync(c => c.EmployeeId == employeeId && c.Run == run, ct)) return null;

        db.Add(new HandCount(employeeId, discipline, run, notes, wrong, clock.GetUtcNow()));
        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<GoalRefusal?> AimAsync(long employeeId, Discipline discipline, int score, int? level, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var best = await db.DrillRuns.Of(employeeId).Best(discipline).Select(r => r.Score).FirstOrDefaultAsync(ct);
        if (best is { } reached && discipline.Reaches(reached, score)) return GoalRefusal.ReachedAlready;

        var goal = await db.Goals.Of(employeeId, discipline).SingleOrDefaultAsync(ct) ?? db.Add(new Goal(employeeId, discipline)).Entity;
        goal.Aim(score, level, clock.GetUtcNow());
        await turn.CommitAsync(ct);
        return null;
    }

    private static bool IsWhole(Discipline discipline, decimal figure) =>
        discipline.Mode != DrillMode.Sums || figure == decimal.Truncate(figure);
}
