using Academy.Domain.Competitions.Drills;
using Academy.Tests.Hosting;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>What is taken down of a text, and what it comes to.</summary>
public sealed class TypingRunTests(OpenedAcademy opened)
{
    private const string Teller = "E0001";

    [Fact]
    public async Task A_run_keeps_the_text_that_it_is_about()
    {
        await using var store = new AcademyStore(opened);

        var run = await store.RunAsync(await store.StartDrillAsync(Teller, Discipline.Typing));

        Assert.Equal(("typing-text-300", TestClock.Tuesday.AddSeconds(303)), (run.Discipline, run.DueAt));
        Assert.Equal(new Passages(() => Typist.Passages).TermsOf(Discipline.Typing, run.Terms.Seed), run.Terms);
        Assert.NotEqual(run.Terms.Text, (await store.RunAsync(await store.StartDrillAsync("E0002", Discipline.Typing))).Terms.Text);
    }

    [Fact]
    public async Task Phrases_are_taken_down_and_come_to_what_was_typed()
    {
        await using var store = new AcademyStore(opened);

        var run = await store.KeyAsync(Teller, Discipline.Typing, terms => Phrases(Mistyped(terms), perMinute: 110));

        Assert.Equal((396, 397, 4, true), (run.Score, run.Right, run.Wrong, run.Counts));
        Assert.Empty(run.Doubts);
        var result = Assert.IsType<TypedResult>(await store.ResultAsync(run.Id));
        Assert.Equal((2, 1, 1), (result.Alignment.Wrong, result.Alignment.Missing, result.Alignment.Extra));
        Assert.Equal(run.Id, (await store.BestAsync(Teller, Discipline.Typing))?.Id);
    }

    [Fact]
    public async Task Keys_of_another_drill_are_not_taken_down()
    {
        await using var store = new AcademyStore(opened);
        var typing = await store.StartDrillAsync(Teller, Discipline.Typing);
        var slips = await store.StartDrillAsync("E0002", Discipline.SlipSums);

        Assert.Equal(DrillRefusal.OutOfBounds, (await store.SendKeysAsync("E0002", slips, 1, new KeyStroke(900, '春'))).Refusal);
        Assert.Equal(DrillRefusal.OutOfBounds, (await store.SendKeysAsync("E0002", slips, 1, new KeyStroke(900, Sign.Erased))).Refusal);
        Assert.Equal(DrillRefusal.OutOfBounds, (await store.SendKeysAsync(Teller, typing, 1, new KeyStroke(900, ' '))).Refusal);
        Assert.Null((await store.SendKeysAsync(Teller, typing, 1, new KeyStroke(900, 'E'), new KeyStroke(950, Sign.Space))).Refusal);
    }

    [Fact]
    public async Task What_was_to_be_pasted_puts_a_run_in_doubt()
    {
        await using var store = new AcademyStore(opened);

        var run = await store.KeyAsync(
            Teller, Discipline.Typing, terms => [.. Phrases(terms.Text![..200], perMinute: 110), new KeyStroke(200_000, Sign.Refused)]);

        Assert.Equal(new Doubt(DoubtReason.Pasted, 200_000, 1), Assert.Single(run.Doubts));
        Assert.False(run.Counts);
        Assert.NotNull(run.Score);
    }

    /// <summary>The first 400 characters without new lines: two wrong, one missing, one extra.</summary>
    private static string Mistyped(DrillTerms terms)
    {
        var text = terms.Text!.Replace("\n", "")[..400];
        return $"{text[..50]}鑫{text[51..120]}{text[121..200]}鑫{text[200..300]}淼{text[301..]}";
    }
}
