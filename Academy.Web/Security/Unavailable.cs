using System.Security.Cryptography;
using Academy.Domain.Data;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Security;

/// <summary>
/// A store that is locked, a disk that is full, keys that cannot be read or an academy that is being stopped is no fault of what was
/// asked: people and scripts are told in words to come again, and when, and the log has one line of each.
/// </summary>
public sealed partial class Unavailable(ILogger<Unavailable> log) : IExceptionHandler
{
    private const string AfterSeconds = "5";

    /// <summary>How failures are handled: by the page, or with JSON where there is none.</summary>
    public static ExceptionHandlerOptions Handling(string? page) => new()
    {
        ExceptionHandlingPath = page,
        SuppressDiagnosticsCallback = failure => ReasonFor(failure.Exception) is not null,
    };

    /// <summary>Says what it is about; the page or the JSON of all failures follows.</summary>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (ReasonFor(exception) is { } reason)
        {
            httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            httpContext.Response.Headers.RetryAfter = AfterSeconds;
            var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? "";
            ToldToComeAgain(httpContext.Request.Method, path, reason, exception.GetBaseException().Message);
        }

        return ValueTask.FromResult(false);
    }

    /// <summary>The words for scripts.</summary>
    public static void Describe(ProblemDetailsContext problem)
    {
        if (problem.ProblemDetails.Status != StatusCodes.Status503ServiceUnavailable) return;

        var words = problem.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<ErrorsTexts>>();
        problem.ProblemDetails.Title = words["Unavailable.Title"];
        problem.ProblemDetails.Detail = words["Unavailable.Text"];
    }

    /// <summary>Null where coming again would not help.</summary>
    private static string? ReasonFor(Exception failure) => failure switch
    {
        ClosingException => "the academy is being stopped",
        { StoreTrouble: { } trouble } => $"the store is {trouble}",
        // What somebody has forged has no cause within.
        CryptographicException { InnerException: not null } => "the sign-in keys cannot be read",
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} was told to come again: {Reason} ({Message})")]
    private partial void ToldToComeAgain(string method, string path, string reason, string message);
}
