using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Shared;

/// <summary>A page with a form about something that somebody else may change meanwhile.</summary>
public abstract class FormPage : PageModel
{
    /// <summary>What the form showed, told from what else it could have been.</summary>
    [BindProperty] public string? Seen { get; set; }

    /// <summary>How far the trail went when that was shown; null for what is shown for the first time.</summary>
    [BindProperty] public string? Since { get; set; }

    /// <summary>What the form shows from now on.</summary>
    protected void See(string seen) => (Seen, Since) = (seen, null);

    /// <summary>On to another page, saying there what was done; or the same again, saying why it was not.</summary>
    protected IActionResult Answer(string? refusal, string done, string address)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        TempData["Flash"] = done;
        return Redirect(address);
    }
}
