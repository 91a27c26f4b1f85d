using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Auditing;

/// <summary>Says who was faster: who changed a thing after somebody had opened it.</summary>
public sealed class LastActs(AcademyDb db, Wording say, IStringLocalizer<AuditingTexts> words)
{
    public async Task<string> SayAsync(Changes changes, string key, CancellationToken ct) =>
        await db.LastChangeAsync(changes, key, ct) is { By.Length: > 0 } last
            ? words["Meanwhile.By", last.By, say.DayAndTime(last.At)]
            : words["Meanwhile"];
}
