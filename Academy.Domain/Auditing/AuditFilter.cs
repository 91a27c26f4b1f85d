using Academy.Domain.Data.Searching;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Auditing;

/// <summary>Which lines of the trail somebody looks for; what is null or empty leaves nothing out.</summary>
/// <param name="Text">In the name or key of what it was done to, or in the facts before or after.</param>
/// <param name="Who">In the name or number of who acted.</param>
/// <param name="Act">What was done.</param>
/// <param name="Subject">The kind of thing it was done to.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
public sealed record AuditFilter(string? Text, string? Who, Act? Act, AuditSubject? Subject, DateTimeOffset? From, DateTimeOffset? Until)
{
    public IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries)
    {
        if (Act is { } act) entries = entries.Where(e => e.Act == act);
        if (Subject is { } subject) entries = entries.Where(e => e.Subject == subject);
        if (From is { } from) entries = entries.Where(e => e.At >= from);
        if (Until is { } until) entries = entries.Where(e => e.At < until);
        return Saying(By(entries));
    }

    private IQueryable<AuditEntry> By(IQueryable<AuditEntry> entries)
    {
        if (LikeOf(Who) is not { } like) return entries;
        return entries.Where(e => EF.Functions.Like(e.ActorName, like, LikePattern.Escape)
            || EF.Functions.Like(e.ActorNumber, like, LikePattern.Escape));
    }

    // The facts are asked as the text that they are kept as.
    private IQueryable<AuditEntry> Saying(IQueryable<AuditEntry> entries)
    {
        if (LikeOf(Text) is not { } like) return entries;
        return entries.Where(e => EF.Functions.Like(e.SubjectName, like, LikePattern.Escape)
            || EF.Functions.Like(e.SubjectKey, like, LikePattern.Escape)
            || EF.Functions.Like((string)(object)e.Before, like, LikePattern.Escape)
            || EF.Functions.Like((string)(object)e.After, like, LikePattern.Escape));
    }

    private static string? LikeOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : LikePattern.Holding(text.Trim());
}
