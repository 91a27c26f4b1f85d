using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Academy.Web.Security;

/// <summary>
/// Whoever sends something that is not written in UTF-8, or in parts that do not say where they end, is answered 415: nothing here
/// reads it, and the framework breaks down over it. The words of that are shown whatever was sent.
/// </summary>
public static class ReadableBodies
{
    private const int LongestBoundary = 128;

    public static void UseReadableBodies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsReadable(context.Request.ContentType) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return next(context);

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    });

    private static bool IsReadable(string? written)
    {
        if (string.IsNullOrEmpty(written)) return true;
        if (!MediaTypeHeaderValue.TryParse(written, out var type)) return false;
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return false;

        return !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Length is > 0 and <= LongestBoundary;
    }
}
