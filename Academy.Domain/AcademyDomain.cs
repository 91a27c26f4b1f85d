using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Practice;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Files.Pdf;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Academy.Domain.Opening;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Domain.People.Sessions;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Domain;

public static class AcademyDomain
{
    /// <summary>Registers the store and the people who act on it.</summary>
    public static IServiceCollection AddAcademyDomain(this IServiceCollection services, AcademySettings settings)
    {
        services.AddSingleton(settings);
        var clock = new SteadyClock(TimeProvider.System);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new BankZone(TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)));
        services.AddPooledDbContextFactory<AcademyDb>(db => db.UseStore(settings.ConnectionString));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContext());
        services.AddSingleton<FileVault>();
        services.AddSingleton(new PdfPress(() => ChineseFont.Find(settings.PdfFont)));
        services.AddSingleton<PrintRoom>();
        services.AddScoped<Recorder>();
        services.AddSingleton(provider => new ReadingTime(provider.GetRequiredService<TimeProvider>(), ReadingTime.Usual));
        services.AddLocalization();
        services.AddScoped<LetterWords>();
        services.AddSingleton(HashingCost.Owasp);
        services.AddSingleton<PasswordHashes>();
        services.AddSingleton<IPasswordHasher<Employee>>(provider => provider.GetRequiredService<PasswordHashes>());
        services.AddSingleton<Passwords>();
        services.AddSingleton<Turnstile>();
        services.AddSingleton<Tries>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<ChangedRights>();
        services.AddScoped<Doorkeeper>();
        services.AddSingleton<Presence>();
        services.AddScoped<IWorkInHand, PapersInHand>();
        services.AddScoped<IWorkInHand, DrillsInHand>();
        services.AddScoped<Porter>();
        services.AddScoped<Registrar>();
        services.AddScoped<Tutor>();
        services.AddScoped<RosterClerk>();
        services.AddScoped<AccountKeeper>();
        services.AddScoped<Organizer>();
        services.AddScoped<Witness>();
        services.AddScoped<Dean>();
        services.AddScoped<Editor>();
        services.AddScoped<Cataloger>();
        services.AddScoped<IImportUses, ImportUses>();
        services.AddScoped<IQuestionNames, QuestionNames>();
        services.AddScoped<Librarian>();
        services.AddScoped<Curator>();
        services.AddScoped<Author>();
        services.AddScoped<Gallery>();
        services.AddSingleton<KeptSupplies>();
        services.AddScoped<Invigilator>();
        services.AddScoped<Examiner>();
        services.AddScoped<QuizMaker>();
        services.AddSingleton<Consent>();
        services.AddScoped<ContentLoader>();
        services.AddScoped<DemonstrationBank>();
        services.AddScoped<DemonstrationGrowth>();
        services.AddScoped<OpeningRoutine>();
        services.AddSingleton<SubjectShelf, CourseShelf>();
        services.AddSingleton<SubjectShelf, QuizShelf>();
        services.AddSingleton<SubjectCatalogue>();
        services.AddSingleton<CoverageLedger>();
        services.AddScoped<Nudger>();
        services.AddSingleton(new Passages(() => PassageFiles.Read(settings.ContentDirectory)));
        services.AddScoped<Timekeeper>();
        services.AddScoped<Convener>();
        services.AddScoped<Coach>();
        services.AddSingleton<KeptBoards>();
        services.AddSingleton<LiveBoards>();
        services.AddSingleton(_ => LevelsFile.Read(settings.ContentDirectory));
        services.AddSingleton<Scribe>();
        services.AddHostedService(provider => provider.GetRequiredService<Scribe>());
        return services;
    }
}
