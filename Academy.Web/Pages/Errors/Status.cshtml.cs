using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Errors;

/// <summary>What could not be shown and why: not found, not allowed, or a form that is too old or too large.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    private static readonly int[] Explained = [400, 403, 404, 413];

    /// <summary>Read by hand: binding would look into the form, too, which fails when the form was what was refused.</summary>
    public int Code => int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);

    /// <summary>Which words to show; codes without words of their own share one text.</summary>
    public string Words => Explained.Contains(Code) ? $"Status.{Code}" : "Status.Other";

    public void OnGet() { }

    public void OnPost() { }
}
