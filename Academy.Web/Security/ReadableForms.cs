using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Academy.Web.Security;

/// <summary>
/// Reads the form of a request before anything else on a page does, and refuses in words what cannot be read of it: cut off in the
/// middle, in parts that are none, or larger than the page takes. Whatever looks into the form afterwards finds it read.
/// </summary>
public sealed class ReadableForms : IAsyncAuthorizationFilter, IOrderedFilter
{
    // After what a page takes is known, before the antiforgery filter, which looks into the form.
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (IsInPlaceOfAnother(http.Features)) return;

        if (await RefusalAsync(http.Request) is { } status) context.Result = new StatusCodeResult(status);
    }

    /// <summary>The words of a refusal are shown whatever was sent.</summary>
    private static bool IsInPlaceOfAnother(IFeatureCollection features) =>
        features.Get<IStatusCodeReExecuteFeature>() is not null || features.Get<IExceptionHandlerFeature>() is not null;

    private static async Task<int?> RefusalAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return null;

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException failure)
        {
            return failure.StatusCode;
        }
        catch (InvalidDataException failure)
        {
            return IsOverLimit(failure) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        }
        catch (IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The framework tells too many fields from a part that is none in its words only.</summary>
    private static bool IsOverLimit(InvalidDataException failure) => failure.Message.Contains(" limit ", StringComparison.Ordinal);
}
