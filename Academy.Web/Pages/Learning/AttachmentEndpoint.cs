using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Academy.Web.Pages.Learning;

/// <summary>The files beside a lesson: for whoever may read it, and for its authors before.</summary>
public static class AttachmentEndpoint
{
    public static void MapAttachments(this IEndpointRouteBuilder app) =>
        app.MapGet("/courses/{slug}/{lesson}/files/{id:long}", ServeAsync).RequireAuthorization();

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> ServeAsync(
        string slug, string lesson, long id, bool? download, AcademyDb db, FileVault vault, HttpContext context, CancellationToken ct)
    {
        var lessons = context.User.IsInAny(Rights.Trainers) ? db.Lessons : db.Lessons.InForce();
        var found = lessons.At(slug, lesson).Select(l => l.Id);
        var file = await db.Attachments
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && a.RemovedAt == null && found.Contains(a.LessonId), ct);
        if (file is null || vault.PathOf(file.Digest) is not { } path || !File.Exists(path)) return TypedResults.NotFound();

        context.ConfineFile(file.MediaType);
        context.Response.Headers.CacheControl = "private, no-cache";
        var isTaken = download == true || file.MediaType.EndsWith("presentation", StringComparison.Ordinal);
        if (!isTaken) context.Response.Headers.ContentDisposition = "inline";
        return TypedResults.PhysicalFile(
            path,
            file.MediaType,
            isTaken ? file.Name : null,
            entityTag: new EntityTagHeaderValue($"\"{file.Digest}\""),
            enableRangeProcessing: true);
    }
}
