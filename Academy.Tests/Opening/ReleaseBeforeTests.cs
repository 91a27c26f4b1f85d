using Academy.Domain.Data;
using Academy.Domain.Opening;
using Academy.Domain.Opening.Growth;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Academy.Tests.Opening;

/// <summary>
/// A bank of the release before, opened by this one, loses nothing: whatever its tables held then stands in those of now, and what
/// this release keeps beside it is what it would have been had this release written it.
/// </summary>
public sealed class ReleaseBeforeTests(OpenedAcademy opened) : IAsyncDisposable
{
    private const string ReleaseBefore = "ImportMappings";
    private const int People = 300;
    private const int Responses = 3000;

    /// <summary>What the release before knew nothing of goes with its tables: naming markers, practice, certificates, mail.</summary>
    private static readonly string[] Besides =
    [
        "Revisions", "QuizMarkers", "DrillRuns", "DrillBatches", "Competitions", "CompetitionEvents", "PracticeGoals", "HandCounts",
        "Contestants", "ScoreSheets", "SheetChanges", "Settlements", "Finalizations", "FinalBoards", "FinalRows", "Objections",
        "ScreenLinks", "PaperVerdicts", "Schemes", "Certificates", "Renewals", "Revocations",
        "Jobs", "JobRuns", "Mailings", "ArchiveEntries", "ArchiveHistoryParts", "Editions", "EditionCuts", "EditionHeads",
        "Messagings", "PostHours", "Reminders", "ReminderRules", "ReminderRounds", "ReminderChoices", "CalendarDays", "CalendarFeeds",
    ];

    private readonly AcademyStore store = new(opened);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bank_of_the_release_before_is_opened_without_loss(bool isGrown)
    {
        if (isGrown) await store.TellAsync((DemonstrationGrowth growth) => growth.GrowAsync(People, Responses, null, default));
        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(default));
        // No contest holds a quiz where there are none.
        store.Execute("UPDATE Quizzes SET HeldUntil = NULL");
        var now = Contents();

        await store.TellAsync((AcademyDb db) => db.GetService<IMigrator>().MigrateAsync(ReleaseBefore));
        Assert.NotEqual(now, Contents());
        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(default));

        Assert.Equal(now, Contents());
    }

    /// <summary>Without the number that says how often something was changed, since opening changes things.</summary>
    private IEnumerable<string> Contents() => store.Contents().Where(row => IsKept(row.Split('|')));

    /// <summary>That a table has numbered nothing yet is told by it or not.</summary>
    private static bool IsKept(string[] fields) => fields[0] == "sqlite_sequence"
        ? fields[2] != "0" && !Besides.Contains(fields[1])
        : !Besides.Contains(fields[0]);
}
