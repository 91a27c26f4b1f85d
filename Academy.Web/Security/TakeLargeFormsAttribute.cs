using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Academy.Web.Security;

/// <summary>Lets a page take forms of a size that no other page takes. Of a larger one it is said that it is too large.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakeLargeFormsAttribute(int mostFields, long mostBytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    // Before the form is read.
    public int Order => 900;
    public int MostFields => mostFields;
    public long MostBytes => mostBytes;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!http.Request.HasFormContentType) return;

        var saysTooMuch = http.Request.ContentLength > mostBytes;
        // Refused, the rest is let pass unread for a few seconds: browsers show an answer only once they have sent all.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = saysTooMuch ? null : mostBytes;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { ValueCountLimit = mostFields }));
        if (saysTooMuch) context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
