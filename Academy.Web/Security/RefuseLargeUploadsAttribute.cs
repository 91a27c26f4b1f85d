using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Academy.Web.Security;

/// <summary>
/// Lets a page take files of a size that no other page takes. What says that it is larger is sent back to the page, which
/// explains it, before a byte of it is read; what is larger without saying so is cut off by the server.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefuseLargeUploadsAttribute(long mostBytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const long RestOfTheForm = 64 * 1024;

    // Before the antiforgery filter, which reads the form.
    public int Order => 900;
    public long MostBytes => mostBytes;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method)) return;

        var isTooLarge = request.ContentLength > mostBytes + RestOfTheForm;
        if (isTooLarge) context.Result = new LocalRedirectResult($"~{request.Path}?tooLarge=true");
        // Refused, the rest is let pass unread for a few seconds: browsers show an answer only once they have sent all.
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = isTooLarge ? null : mostBytes + RestOfTheForm;
    }
}
