using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Shared;

/// <summary>What the next page says of what was done on this one.</summary>
public static class Flashes
{
    /// <summary>What was done, or why it was not: the one is never dressed as the other.</summary>
    public static void Say(this PageModel page, string? refusal, string done) =>
        page.TempData[refusal is null ? "Flash" : "Refused"] = refusal ?? done;
}
