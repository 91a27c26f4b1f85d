using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Academy.Web.Security;

/// <summary>
/// Reads the form of a request before anything else on a page does, and refuses in words what cannot be read of it: cut off in the
/// middle, in parts that are none, larger than the page takes, no form at all, or with names that no page gives a field. Whatever
/// looks into the form afterwards finds it read.
/// </summary>
public sealed class ReadableForms : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Far more than any field of ours has; the framework gives up at 16 rows within rows.</summary>
    private const int DeepestName = 16;

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
        if (request.Query.Keys.Any(IsNoName)) return StatusCodes.Status400BadRequest;
        if (request.HasFormContentType) return await RefusalOfFormAsync(request);
        if (HttpMethods.IsPost(request.Method)) return StatusCodes.Status415UnsupportedMediaType;

        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? null : StatusCodes.Status405MethodNotAllowed;
    }

    private static async Task<int?> RefusalOfFormAsync(HttpRequest request)
    {
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Keys.Any(IsNoName) ? StatusCodes.Status400BadRequest : null;
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

    /// <summary>
    /// Rows that are named by an index of their own come to the page as nothing where none is sent under the name, and the framework
    /// breaks down over rows that lie too deep in others.
    /// </summary>
    private static bool IsNoName(string name) =>
        name.AsSpan()[(name.LastIndexOf('.') + 1)..].Equals("index", StringComparison.OrdinalIgnoreCase)
        || name.Count(mark => mark is '.' or '[') > DeepestName;

    /// <summary>The framework tells too many fields from a part that is none in its words only.</summary>
    private static bool IsOverLimit(InvalidDataException failure) => failure.Message.Contains(" limit ", StringComparison.Ordinal);
}
