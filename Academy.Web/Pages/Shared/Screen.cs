using System.Globalization;

namespace Academy.Web.Pages.Shared;

/// <summary>What the page in work needs to know of the screen that it is for.</summary>
public sealed class Screen(IHttpContextAccessor http)
{
    private HttpRequest Request => http.HttpContext!.Request;

    public string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>The chosen appearance, or null to follow the device.</summary>
    public string? Appearance => Request.Cookies[Appearances.Cookie] is { } chosen and ("light" or "dark") ? chosen : null;

    /// <summary>This page's address with one value of its query set, as lists change page, order or filter; null takes it out.</summary>
    public string AddressWith(string name, object? value)
    {
        var query = Request.Query.Where(q => q.Key != name).Select(q => KeyValuePair.Create(q.Key, (string?)q.Value));
        var set = value is null
            ? query
            : query.Append(KeyValuePair.Create(name, (string?)Convert.ToString(value, CultureInfo.InvariantCulture)));
        return Request.PathBase + Request.Path + QueryString.Create(set);
    }

    /// <summary>The address to come back to after a change of language or appearance.</summary>
    public string Address => HttpMethods.IsGet(Request.Method) ? Request.PathBase + Request.Path + Request.QueryString : "/";
}
