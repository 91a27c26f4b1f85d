using Academy.Domain.Auditing;

namespace Academy.Domain.Scheduling;

/// <summary>What the trail tells of here.</summary>
public static class SchedulingTrail
{
    public static readonly AuditSubject Job = new(nameof(Job));

    public static readonly Act JobPaused = new(nameof(JobPaused));
    public static readonly Act JobResumed = new(nameof(JobResumed));
    public static readonly Act JobAskedFor = new(nameof(JobAskedFor));
}
