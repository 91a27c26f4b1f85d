using Academy.Domain.Data;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Versions;

/// <summary>Every version of a question, the last first, each beside the one before it.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class VersionsModel(AcademyDb db, QuestionLines lines, IStringLocalizer<BanksTexts> words) : QuestionPage(db, words)
{
    public QuestionLines Lines => lines;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();
}
