using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Auditing;

/// <summary>
/// Says who was faster: who changed a thing after somebody had opened it, and what they made of it. Whoever has read that may put
/// their own in its place.
/// </summary>
public sealed class LastActs(AcademyDb db, AuditWords audit, Wording say, IStringLocalizer<AuditingTexts> words)
{
    private const int Longest = 200;

    public async Task<string> SayAsync(Changes kind, string key, CancellationToken ct)
    {
        if (await db.LastChangeLineAsync(kind, key, ct) is not { ActorName.Length: > 0 } last) return words["Meanwhile"];

        var changes = audit.ChangesOf(last).Where(change => change.After.Length > 0);
        var made = string.Join(words["Made.And"], changes.Select(change => words["Made", change.Fact, change.After].Value));
        return words["Meanwhile.By", last.ActorName, say.DayAndTime(last.At), Wording.Shortened(made, Longest)];
    }
}
