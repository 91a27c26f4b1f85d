using Academy.Domain.Data;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>The page of a screen. A script keeps asking for its slides, for days; without one it shows them all as they were.</summary>
[AllowAnonymous, EnableRateLimiting(ScreenLimit.Name)]
public sealed class WallModel(AcademyDb db, WallSlides slides) : ScreenPage(db, slides);
