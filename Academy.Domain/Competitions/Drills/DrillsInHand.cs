using Academy.Domain.Data;
using Academy.Domain.People.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Drills;

/// <summary>Nobody is sent away from a drill before its time and grace are over.</summary>
internal sealed class DrillsInHand(AcademyDb db) : IWorkInHand
{
    public async Task<bool> IsThereAsync(long employeeId, DateTimeOffset begunBy, DateTimeOffset now, CancellationToken ct)
    {
        // The button is pressed before the first moment that counts.
        var pressedBy = begunBy + DrillRun.LeadIn;
        var running = await db.DrillRuns.Of(employeeId).Running().Where(r => r.StartedAt <= pressedBy).AsNoTracking().ToListAsync(ct);
        return running.Exists(run => !run.IsOverdue(now));
    }
}
