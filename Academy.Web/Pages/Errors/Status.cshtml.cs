using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Errors;

/// <summary>What could not be shown and why: not found, not allowed, or a form that is too old.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class StatusModel : PageModel
{
    private static readonly int[] Explained = [400, 403, 404];

    [FromRoute] public int Code { get; set; }

    /// <summary>Which words to show; codes without words of their own share one text.</summary>
    public string Words => Explained.Contains(Code) ? $"Status.{Code}" : "Status.Other";

    public void OnGet() { }

    public void OnPost() { }
}
