using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Errors;

/// <summary>
/// What could not be shown and why: not found, not allowed, or a form that is too old or too large. What was written into a form that
/// found nothing to save it to is shown once more, so that it is not lost.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    private static readonly int[] Explained = [400, 403, 404, 413, 415];

    /// <summary>Read by hand: binding would look into the form, too, which fails when the form was what was refused.</summary>
    public int Code => int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);

    /// <summary>Which words to show; codes without words of their own share one text.</summary>
    public string Words => Explained.Contains(Code) ? $"Status.{Code}" : "Status.Other";

    /// <summary>What somebody wrote into a form whose thing is gone, or no longer theirs: it has been saved nowhere.</summary>
    public IReadOnlyList<string> Written { get; private set; } = [];

    public void OnGet() { }

    /// <summary>Takes nothing, not even a token to stop: binding that would look into the form as well.</summary>
    public async Task OnPostAsync()
    {
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint;
        if (Code != StatusCodes.Status404NotFound || asked?.Metadata.GetMetadata<PageActionDescriptor>() is null) return;
        if (Request.HasFormContentType) Written = [.. WrittenIn(await Request.ReadFormAsync(HttpContext.RequestAborted))];
    }

    /// <summary>Whole words and sentences; what else a form carries are names, numbers and choices.</summary>
    internal static IEnumerable<string> WrittenIn(IFormCollection form) => form
        .Where(field => !field.Key.Contains("Password", StringComparison.OrdinalIgnoreCase))
        .SelectMany(field => field.Value)
        .OfType<string>()
        .Where(text => text.Trim() is { Length: > 0 } written && written.Any(c => c > '~' || char.IsWhiteSpace(c)))
        .Distinct();
}
