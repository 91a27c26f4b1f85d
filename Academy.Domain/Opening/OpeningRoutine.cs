using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening;

/// <summary>
/// What happens before the doors open: migrate the database, load the content, and the demonstration bank where it is
/// wanted; and write down who has finished a course since less of it is asked.
/// </summary>
public sealed class OpeningRoutine(
    AcademyDb db, ContentLoader content, DemonstrationBank demonstration, Tutor tutor, AcademySettings settings)
{
    public async Task RunAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        // Where nothing is pending, comparing the whole model with the store would take longer than everything else.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) await db.Database.MigrateAsync(ct);
        await db.ReadVersionsAgainAsync(ct);
        await db.FinishImportsAsync(ct);
        await content.LoadAsync(settings.ContentDirectory, ct);
        if (settings.Demonstration) await demonstration.LoadAsync(settings.ContentDirectory, settings.DemonstrationPassword, ct);
        await tutor.CompleteReadersAsync(ct);
    }
}
