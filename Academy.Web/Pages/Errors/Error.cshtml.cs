using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Errors;

/// <summary>A form as it was sent, to be sent once more.</summary>
public sealed record SentForm(string Address, IReadOnlyList<KeyValuePair<string, string?>> Fields);

/// <summary>
/// Something of ours failed: says what is safe, and a number to quote that the log has too, where it did; or the store is locked or
/// full, and it says to come again. What was written into a form is shown once more, and where the form can be sent again as it was,
/// one press does that.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed partial class ErrorModel(IAntiforgery tokens, TimeProvider clock, ILogger<ErrorModel> log) : PageModel
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Nothing of what is typed there is written into a page.</summary>
    private const string Passwords = "/account";

    private string path = "/";

    public string? Number { get; private set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<string> Written { get; private set; } = [];

    /// <summary>The form that failed; null where it cannot be sent again from here.</summary>
    public SentForm? Again { get; private set; }

    public bool IsForm => HttpMethods.IsPost(Request.Method);

    /// <summary>The page that failed, or that of the form that did.</summary>
    public string BackTo => IsForm && PageBefore is { } page ? page : Address;

    public bool IsPassing => Response.StatusCode == StatusCodes.Status503ServiceUnavailable;

    private string Address => ReturnAddress.InHeader(path) + Request.QueryString;

    private string? PageBefore =>
        Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == Request.Host.Value
            ? ReturnAddress.Local(page.PathAndQuery, "/")
            : null;

    public void OnGet() => Report();

    /// <summary>Takes nothing: binding would look into the form, too, which may be what failed.</summary>
    public async Task OnPostAsync()
    {
        Report();
        if (!Request.HasFormContentType || new PathString(path).StartsWithSegments(Passwords)) return;
        if (await FormAsync() is not { } form) return;

        Written = [.. StatusModel.WrittenIn(form)];
        if (IsPassing && await MaySendAgainAsync(form)) Again = new SentForm(Address, [.. FieldsOf(form)]);
    }

    /// <summary>Null when it cannot be read.</summary>
    private async Task<IFormCollection?> FormAsync()
    {
        try
        {
            return await Request.ReadFormAsync(HttpContext.RequestAborted);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Files and passwords are not written into a page; and what some other site has sent is not sent again from ours.</summary>
    private async Task<bool> MaySendAgainAsync(IFormCollection form) =>
        form.Files.Count == 0
        && !form.Keys.Any(name => name.Contains("Password", StringComparison.OrdinalIgnoreCase))
        && await tokens.IsRequestValidAsync(HttpContext);

    private static IEnumerable<KeyValuePair<string, string?>> FieldsOf(IFormCollection form) =>
        from field in form
        where field.Key != Token
        from value in field.Value
        select KeyValuePair.Create(field.Key, value);

    private void Report()
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        if (failure is not null) path = failure.Path;
        if (IsPassing || failure is null) return;

        Number = ErrorNumber.New();
        Failed(Number, failure.Path);
    }

    [LoggerMessage(LogLevel.Error, "Error {Number} was shown for {Path}")]
    private partial void Failed(string number, string path);
}
