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
    private const int Tries = 12;

    private static readonly Dictionary<string, Scene> Scenes = new()
    {
        ["person"] = PeopleScenes.PersonAsync,
        ["units"] = PeopleScenes.UnitsAsync,
        ["course"] = LearningScenes.CourseAsync,
        ["bank"] = QuestionScenes.BankAsync,
        ["quiz"] = QuizScenes.QuizAsync,
        ["drill"] = DrillScenes.DrillAsync,
        ["assignment"] = LearningScenes.AssignmentAsync,
    };

    public static TheoryData<string> Things => [.. Scenes.Keys];

    [Theory, MemberData(nameof(Things))]
    public async Task Two_acts_that_cross_leave_what_one_after_the_other_would_leave(string thing)
    {
        await using var stage = await Stage.SetAsync(opened, Scenes[thing]);
        var deed = Gen.Int[0, stage.Deeds.Count - 1].Select(index => stage.Deeds[index]);

        await Gen.Select(deed, deed).SampleAsync(async (slow, quick) =>
        {
            var fault = await stage.FindFaultAsync(slow, quick);
            Assert.True(fault is null, fault);
        }, iter: Tries, threads: 1);
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
