using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Errors;

/// <summary>
/// Something of ours failed: says what is safe, and a number to quote that the log has too, where it did; or the store is locked or
/// full, and it says to come again.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed partial class ErrorModel(TimeProvider clock, ILogger<ErrorModel> log) : PageModel
{
    public string? Number { get; private set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Where to try again: the page that failed, when asking for it once more does no harm.</summary>
    public string TryAgain { get; private set; } = "/";

    public bool IsPassing => Response.StatusCode == StatusCodes.Status503ServiceUnavailable;

    public void OnGet() => Report();

    public void OnPost() => Report();

    private void Report()
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        if (failure is not null && HttpMethods.IsGet(Request.Method)) TryAgain = failure.Path;
        if (IsPassing || failure is null) return;

        Number = ErrorNumber.New();
        Failed(Number, failure.Path);
    }

    [LoggerMessage(LogLevel.Error, "Error {Number} was shown for {Path}")]
    private partial void Failed(string number, string path);
}
