using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Academy.Domain;
using Academy.Web.Pages.Archives;
using Academy.Web.Pages.Assignments;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Certification;
using Academy.Web.Pages.Competitions;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Competitions.Judging;
using Academy.Web.Pages.Competitions.Standings;
using Academy.Web.Pages.Learning;
using Academy.Web.Pages.People;
using Academy.Web.Pages.People.Account;
using Academy.Web.Pages.People.Rosters;
using Academy.Web.Pages.Questions;
using Academy.Web.Pages.Questions.Import;
using Academy.Web.Pages.Questions.Versions;
using Academy.Web.Pages.Quizzes;
using Academy.Web.Pages.Reminders;
using Academy.Web.Pages.Scheduling;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Security.Health;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Academy.Web;

/// <summary>What the pages need, and the way of a request to them.</summary>
public static class AcademyWeb
{
    public static IServiceCollection AddAcademyWeb(this IServiceCollection services, AcademySettings settings)
    {
        services.AddSessions(settings);
        services.AddRazorPages(options => options.Conventions
            .ConfigureFilter(new HandledMethodsOnly())
            .ConfigureFilter(new ReadableForms())
            .ConfigureFilter(new ReadableChoices()));
        // More than any form may have fields: the framework breaks down over a list that is longer.
        services.Configure<MvcOptions>(options => options.MaxModelBindingCollectionSize = ColumnsModel.MostFields);
        // Names of fields in the manner of jQuery are none of ours, and it breaks down over a bracket that is not closed.
        services.Configure<MvcOptions>(options => options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>());
        services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new KeyedFields()));
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingWords>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Unavailable.Describe);
        services.AddExceptionHandler<Unavailable>();
        services.AddHealth();
        services.AddScoped<Screen>();
        services.AddScoped<Wording>();
        services.AddScoped<AuditWords>();
        services.AddScoped<LastActs>();
        services.AddScoped<RollForms>();
        services.AddScoped<RunWords>();
        services.AddScoped<ReminderExamples>();
        services.AddCalendarLimit();
        services.AddScoped<RosterDetailWords>();
        services.AddScoped<QuestionLines>();
        services.AddScoped<ImportRefusals>();
        services.AddScoped<DayWords>();
        services.AddScoped<AnswerSheet>();
        services.AddScoped(typeof(ScriptTexts<>));
        services.AddScoped<DrillWords>();
        services.AddScoped<EligibilityWords>();
        services.AddScoped<SheetWords>();
        services.AddScoped<WallSlides>();
        services.AddScreenLimit();
        services.AddVerificationLimit();
        services.AddScoped<ArchiveWords>();
        services.AddScoped<TranscriptDrawing>();
        services.AddScoped<CertificateWords>();
        services.AddScoped<CertificateDrawing>();
        services.AddScoped<BookWords>();
        services.AddScoped<BookDrawing>();
        // Chinese stays Chinese in the page source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // A malformed body is the sender's fault everywhere; in Development it would be an unhandled error.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            if (TrustedProxies.Of(settings.Proxies) is not { Count: > 0 } proxies) return;

            foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
            // One may stand before the other: the word of each is taken that is known.
            options.ForwardLimit = null;
        });
        services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = settings.HttpsOnSubdomains;
        });
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.Chinese);
            options.SupportedCultures = options.SupportedUICultures = [.. Languages.All.Select(CultureInfo.GetCultureInfo)];
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Languages.Cookie }];
        });
        return services;
    }

    public static void UseAcademy(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (!app.Services.GetRequiredService<AcademySettings>().PlainHttp)
        {
            app.UseHttpsOnly();
            app.UseHsts();
        }

        app.UseRequestLocalization();
        app.UseExceptionHandler(Unavailable.Handling("/error"));
        app.UseWhen(IsForScripts, api =>
        {
            api.UseExceptionHandler(Unavailable.Handling(page: null));
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !IsForScripts(context), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}"));
        app.UseReadableBodies();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseFirstPassword();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapPreferences();
        app.MapAtWork();
        app.MapReading();
        app.MapAttachments();
        app.MapResponses();
        app.MapBatches();
        app.MapSheets();
        app.MapEventBoards();
        app.MapQuestionFiles();
        app.MapCalendarFeeds();
        app.MapRazorPages().WithStaticAssets();
        app.MapFallback(() => TypedResults.NotFound()).AllowAnonymous();
    }

    /// <summary>Scripts are answered with JSON, never with a page.</summary>
    private static bool IsForScripts(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
