using Academy.Domain.Data;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>The slides of a screen as they are now.</summary>
[AllowAnonymous, EnableRateLimiting(ScreenLimit.Name)]
public sealed class SlidesModel(AcademyDb db, WallSlides slides) : ScreenPage(db, slides);
