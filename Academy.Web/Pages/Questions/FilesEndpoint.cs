using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Academy.Web.Pages.Questions;

/// <summary>The pictures and sounds of questions, for whoever is signed in and has been told the digest.</summary>
public static class FilesEndpoint
{
    public static void MapQuestionFiles(this IEndpointRouteBuilder app) =>
        app.MapGet(ProseHtml.FilePath + "{digest:length(64)}", ServeAsync).RequireAuthorization();

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> ServeAsync(
        string digest, AcademyDb db, FileVault vault, HttpContext context, CancellationToken ct)
    {
        var file = await db.QuestionFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Digest == digest, ct);
        if (file is null || vault.PathOf(file.Digest) is not { } path || !File.Exists(path)) return TypedResults.NotFound();

        context.ConfineFile(file.MediaType);
        context.Response.Headers.ContentDisposition = "inline";
        // What a digest names never changes, but whoever uses the machine next may not see it: it is asked for each time.
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(
            path, file.MediaType, entityTag: new EntityTagHeaderValue($"\"{file.Digest}\""), enableRangeProcessing: true);
    }
}
