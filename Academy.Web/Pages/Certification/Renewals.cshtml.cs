using Academy.Domain.Certification;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification;

/// <summary>Renews those that were chosen in the register, for one reason.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class RenewalsModel(Certifier certifier, IStringLocalizer<CertificationTexts> words) : PageModel
{
    /// <summary>What the register was filtered by.</summary>
    [BindProperty] public string? Back { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty(Name = "ids")] public List<long> Chosen { get; set; } = [];

    public IActionResult OnGet() => RedirectToPage("Register");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (count, refusal) = await certifier.RenewAsync(Chosen, Reason, User.Actor, ct);
        this.Say(
            refusal is null ? null : words[$"Refusal.{refusal}", Certificate.LongestNote].Value,
            count is null ? "" : words["Renewed.Flash", Count.Of(count.Done), Count.Of(count.LeftOut)]);
        return LocalRedirect($"/admin/certificates{(Back?.StartsWith('?') == true ? Back : "")}");
    }
}
