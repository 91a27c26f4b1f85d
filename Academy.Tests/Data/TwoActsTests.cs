using Academy.Domain.Assignments;
using Academy.Domain.Certification;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scheduling;
using Academy.Tests.Data.TwoActs;
using Academy.Tests.Hosting;
using CsCheck;

namespace Academy.Tests.Data;

/// <summary>
/// Two people act at once on the same thing, after they have looked at it: whatever the one has read before its turn is outdated when
/// the turn begins, because the other has acted meanwhile.
/// </summary>
public sealed class TwoActsTests(OpenedAcademy opened)
{
    private static readonly Dictionary<string, Scene> Scenes = new()
    {
        ["person"] = PeopleScenes.PersonAsync,
        ["door"] = DoorScenes.DoorAsync,
        ["units"] = PeopleScenes.UnitsAsync,
        ["course"] = LearningScenes.CourseAsync,
        ["bank"] = QuestionScenes.BankAsync,
        ["quiz"] = QuizScenes.QuizAsync,
        ["drill"] = DrillScenes.DrillAsync,
        ["competition"] = CompetitionScenes.CompetitionAsync,
        ["hearing"] = CompetitionScenes.HearingAsync,
        ["assignment"] = LearningScenes.AssignmentAsync,
        ["certificate"] = CertificateScenes.CertificateAsync,
        ["post"] = LetterScenes.PostAsync,
        ["reminder"] = ReminderScenes.ReminderAsync,
        ["crossroads"] = MixedScenes.CrossroadsAsync,
    };

    /// <summary>Who acts for a role, and not as any employee does, or as the academy itself.</summary>
    private static readonly Type[] ActForRoles =
    [
        typeof(AccountKeeper), typeof(Accreditor), typeof(Author), typeof(Cataloger), typeof(Certifier), typeof(Committee),
        typeof(Convener), typeof(Curator), typeof(Dean), typeof(Editor), typeof(Examiner), typeof(Foreman), typeof(Librarian),
        typeof(Marshal), typeof(Nudger), typeof(Organizer), typeof(PostOffice), typeof(QuizMaker), typeof(Referee), typeof(Registrar),
        typeof(RosterClerk), typeof(Screens),
    ];

    /// <summary>What they do for whoever asks for it about themselves, or for who looks after the machine.</summary>
    private static readonly string[] DoneForAnybody =
    [
        "choose a password", "rescue", "restart", "enter what may be withdrawn", "enter another", "enter the same",
        "object", "object once more", "issue what is due",
    ];

    public static TheoryData<string> Things => [.. Scenes.Keys];

    /// <summary>Each of the acts crosses one other, drawn by lot.</summary>
    [Theory, MemberData(nameof(Things))]
    public async Task Two_acts_that_cross_leave_what_one_after_the_other_would_leave(string thing)
    {
        await using var stage = await Stage.SetAsync(opened, Scenes[thing]);

        await Gen.Shuffle(stage.Deeds.ToArray()).SampleAsync(async order =>
        {
            foreach (var pair in order.Chunk(2))
            {
                var fault = await stage.FindFaultAsync(pair[0], pair.Length == 2 ? pair[1] : order[0]);
                Assert.True(fault is null, fault);
            }
        }, iter: 1, threads: 1);
    }

    /// <summary>Between the end of what is left for another drill and the beginning of that, nobody begins a third.</summary>
    [Fact]
    public async Task A_drill_that_is_left_for_another_ends_where_that_begins()
    {
        await using var stage = await Stage.SetAsync(opened, Scenes["drill"]);

        Assert.Null(await stage.FindFaultAsync(Named("start on paper"), Named("start on weak spots")));

        Deed Named(string name) => stage.Deeds.Single(deed => deed.Name == name);
    }

    [Theory, MemberData(nameof(Things))]
    public async Task Who_was_dismissed_after_looking_leaves_nothing(string thing)
    {
        await using var stage = await Stage.SetAsync(opened, Scenes[thing]);

        foreach (var deed in stage.Deeds.Where(deed => ActForRoles.Contains(deed.Role) && !DoneForAnybody.Contains(deed.Name)))
            Assert.Empty(await stage.FindTraceAsync(deed));
    }

    [Theory(Explicit = true), MemberData(nameof(Things))]
    public async Task Any_two_acts_that_cross_leave_what_one_after_the_other_would_leave(string thing)
    {
        await using var stage = await Stage.SetAsync(opened, Scenes[thing]);
        var faults = new List<string>();

        foreach (var slow in stage.Deeds)
            foreach (var quick in stage.Deeds)
                if (await stage.FindFaultAsync(slow, quick) is { } fault) faults.Add(fault);

        Assert.True(faults.Count == 0, $"{faults.Count} of {stage.Deeds.Count * stage.Deeds.Count}:\n{string.Concat(faults)}");
    }
}
