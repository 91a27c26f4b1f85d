using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Versions;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Versions;

/// <summary>A question as whoever answers sees it, with its key, and all that trainers know of it.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class QuestionModel(AcademyDb db, IStringLocalizer<BanksTexts> words) : QuestionPage(db, words)
{
    /// <summary>Where the person came from and goes on.</summary>
    [FromQuery(Name = "from")] public string? From { get; set; }

    public ClauseAddress? Clause { get; private set; }

    /// <summary>When its clause was revised, if nobody has looked since whether it agrees.</summary>
    public DateTimeOffset? ClauseRevisedAt { get; private set; }
    public IReadOnlyList<QuizUse> Uses { get; private set; } = [];
    public int Papers { get; private set; }
    public CuratorRefusal? ApprovalRefusal { get; private set; }
    public bool IsFromReview => From == "review";
    public string Back => IsFromReview ? "/authoring/review" : Address;

    /// <summary>What was said of the latest text, the last first.</summary>
    public IEnumerable<Review> Reviews => Latest.Reviews.OrderByDescending(r => r.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        ApprovalRefusal = Question.ApprovalRefusal(User.Id);
        Papers = await Db.PapersWithAsync(Id, ct);
        Uses = (await Db.QuizUsesAsync([Id], ct)).Of(Id, Question.Key);
        if (Latest.Topic is not { } topic) return Page();

        Clause = (await Db.ClauseAddressesAsync([topic], ct)).GetValueOrDefault(topic);
        if (await Db.FlaggedVersions().AnyAsync(v => v.Id == Latest.Id, ct))
            ClauseRevisedAt = await Db.Clauses.Where(c => c.Lesson.Course.Slug + "/" + c.Slug == topic).MaxAsync(c => c.RevisedAt, ct);
        return Page();
    }
}
