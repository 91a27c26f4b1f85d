using Academy.Domain.Competitions.Drills;
using CsCheck;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>Nobody is in doubt who is fast, or has odd keys, a slow machine or a bad line; a stream that cannot be is.</summary>
public sealed class StreamDoubtsTests
{
    private static readonly string Keys = KeysOf(SlipSums, 25);

    [Fact]
    public void A_usual_typist_is_not_in_doubt() =>
        Gen.Select(Gen.Double[1.5, 7], Gen.Int).Sample((speed, seed) => Assert.Empty(Of(Send(Hit(Keys, speed, seed)))));

    [Fact]
    public void A_very_fast_typist_is_not_in_doubt() =>
        Gen.Int.Sample(seed => Assert.Empty(Of(Send(Hit(Keys, perSecond: 12, seed)))));

    [Fact]
    public void A_keyboard_with_keys_for_several_noughts_is_not_in_doubt()
    {
        // Amounts in thousands, at ten presses a second: each press of the macro key sends three noughts within some milliseconds.
        var keys = Hit(string.Concat(Enumerable.Repeat("12!E", 300)), perSecond: 10)
            .SelectMany(stroke => stroke.Key == '!'
                ? Enumerable.Range(0, 3).Select(nought => new KeyStroke(stroke.At + (nought * 4), '0'))
                : [stroke])
            .ToList();

        Assert.Empty(Of(Send(keys)));
    }

    [Fact]
    public void A_machine_that_halts_for_two_seconds_and_delivers_all_at_once_is_not_in_doubt()
    {
        var halting = Hit(Keys, perSecond: 12).ConvertAll(key => key.At is > 30_000 and < 32_000 ? key with { At = 32_000 } : key);

        Assert.Empty(Of(Send(halting)));
    }

    [Theory]
    [InlineData(20, 95)]
    [InlineData(1, 60)]
    [InlineData(70, 400)]
    [InlineData(600, 760)]
    public void A_line_that_was_down_is_not_in_doubt(int from, int to)
    {
        // What waited comes in one piece; the line may come back after the end.
        var sent = Send(Hit(Keys, perSecond: 6));
        var held = sent.Where(piece => IsBetween(piece, from, to)).ToList();
        var waited = new ReceivedKeys(Start.AddSeconds(to), [.. held.SelectMany(piece => piece.Keys)]);

        Assert.Empty(Of([.. sent.Except(held).Append(waited).OrderBy(piece => piece.ReceivedAt)]));
    }

    [Fact]
    public void Seven_minutes_that_are_sent_as_five_when_the_time_is_over_are_in_doubt()
    {
        // Nothing comes until the end, and then all of it, with times that are made smaller.
        var hit = Hit(Keys, perSecond: 5).FindAll(key => key.At < 590_000);
        var all = new ReceivedKeys(Start + Discipline.SlipSums.Length + TimeSpan.FromSeconds(90), hit);

        var doubt = Assert.Single(Of([all]));

        Assert.Equal((DoubtReason.AfterTheEnd, hit[0].At, hit.Count), (doubt.Reason, doubt.At, doubt.Extent));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public void A_line_that_was_lost_for_the_last_of_the_time_is_not_in_doubt(int seconds)
    {
        var end = (int)Discipline.SlipSums.Length.TotalSeconds;
        var hit = Hit(Keys, perSecond: 4, from: (end - 60) * 1_000).FindAll(key => key.At < end * 1_000);
        var held = hit.FindAll(key => key.At >= (end - seconds) * 1_000);

        Assert.Empty(Of([.. Send(hit.Except(held)), new ReceivedKeys(Start.AddSeconds(end + 60), held)]));
    }

    [Fact]
    public void A_slow_line_and_long_breaks_are_not_in_doubt()
    {
        var keys = Hit(Keys[..400], perSecond: 5).Concat(Hit(Keys[400..800], perSecond: 5, seed: 2, from: 240_000));

        Assert.Empty(Of(Send(keys, latency: 3_500)));
    }

    [Fact]
    public void Keys_faster_than_hands_are_in_doubt()
    {
        Assert.Contains(Of(Send(Hit(Keys, perSecond: 30))), doubt => doubt is { Reason: DoubtReason.TooManyKeys });
        var burst = Hit(Keys[..600], perSecond: 6).ConvertAll(key => key.At is > 40_000 and < 55_000 ? key with { At = 55_000 } : key);
        Assert.Equal(DoubtReason.TooManyKeys, Assert.Single(Of(Send(burst))).Reason);
    }

    [Fact]
    public void Times_that_go_back_are_in_doubt()
    {
        var keys = Hit(Keys[..300], perSecond: 6);
        keys[100] = keys[100] with { At = keys[99].At - 2_000 };

        var doubt = Assert.Single(Of([new ReceivedKeys(Start.AddMinutes(2), keys)]));

        Assert.Equal(new Doubt(DoubtReason.WentBack, keys[100].At, 2_000), doubt);
    }

    [Fact]
    public void Keys_that_were_there_before_they_were_hit_are_in_doubt()
    {
        var ahead = Send(Hit(Keys[..300], perSecond: 6)).ConvertAll(piece =>
            piece with { Keys = [.. piece.Keys.Select(stroke => stroke with { At = stroke.At + 30_000 })] });

        Assert.Equal(DoubtReason.AheadOfClock, Assert.Single(Of(ahead)).Reason);
    }

    [Fact]
    public void A_run_that_was_made_shorter_is_in_doubt()
    {
        // Keyed in 150 seconds, and said to have been keyed in 120, which would be the better time.
        var shortened = Send(Hit(Keys[..800], perSecond: 5.3)).ConvertAll(piece =>
            piece with { Keys = [.. piece.Keys.Select(stroke => stroke with { At = stroke.At * 4 / 5 })] });

        Assert.Equal(DoubtReason.BehindClock, Assert.Single(Of(shortened)).Reason);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(15)]
    public void A_clock_that_was_slowed_is_in_doubt_in_few_pieces_too(int pieces)
    {
        // Keyed in 140 seconds for each 100 that are told.
        var hit = Hit(Keys, perSecond: 5).FindAll(key => key.At < 300_000);
        var sent = hit.Chunk((hit.Count + pieces - 1) / pieces).Select(piece => new ReceivedKeys(
            Start.AddMilliseconds(piece[^1].At * 1.4), piece));

        Assert.Equal(DoubtReason.BehindClock, Assert.Single(Of([.. sent])).Reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_race_of_which_the_end_came_late_is_in_doubt(int pieces)
    {
        // Keyed in 141 seconds, and all of it sent then as keyed in half of that.
        var hit = Hit(Keys, perSecond: 10).FindAll(key => key.At < 70_500);
        var sent = hit.Chunk((hit.Count + pieces - 1) / pieces).Select(piece => new ReceivedKeys(Start.AddSeconds(141), piece));

        var doubts = StreamDoubts.Of(Discipline.SlipHundred, Start, [.. sent]);

        Assert.Equal(DoubtReason.BehindClock, Assert.Single(doubts).Reason);
        Assert.Empty(StreamDoubts.Of(Discipline.SlipHundred, Start, Send(hit, latency: 3_500)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_rhythm_without_any_variation_is_in_doubt(int jitter)
    {
        var random = new Random(5);
        var keys = Evenly(Keys[..300], apart: 160).ConvertAll(stroke => stroke with { At = stroke.At + random.Next(jitter + 1) });

        Assert.Equal(DoubtReason.TooRegular, Assert.Single(Of(Send(keys))).Reason);
    }

    [Fact]
    public void A_regular_stretch_that_is_short_is_not_in_doubt() => Assert.Empty(Of(Send(
        [.. Evenly("12345678901234567890", apart: 100), .. Hit(Keys[..300], perSecond: 6, from: 3_000)])));

    [Fact]
    public void A_rhythm_is_known_again_wherever_it_is_put_and_whatever_its_keys_are()
    {
        var keys = Hit(Keys, perSecond: 6);
        var forged = keys.ConvertAll(stroke => new KeyStroke(stroke.At + 1_234, stroke.Key == '1' ? '2' : stroke.Key));

        Assert.Equal(KeyStrokes.Rhythm(keys), KeyStrokes.Rhythm(forged));
        Assert.NotEqual(KeyStrokes.Rhythm(keys), KeyStrokes.Rhythm(Hit(Keys, perSecond: 6, seed: 2)));
        Assert.Null(KeyStrokes.Rhythm(keys.GetRange(0, 60)));
    }

    [Fact]
    public void Somebody_elses_stream_comes_to_nothing()
    {
        var keys = Hit(KeysOf(SlipSums, 10), perSecond: 8);

        Assert.Equal(10, Replay.Of(SlipSums, keys).Right);
        Assert.Equal(0, Replay.Of(SlipSums with { Seed = Seed + 1 }, keys).Right);
    }

    [Fact]
    public void Nothing_is_in_doubt_where_nothing_was_hit() => Assert.Empty(Of([]));

    private static IReadOnlyList<Doubt> Of(IReadOnlyList<ReceivedKeys> pieces) => StreamDoubts.Of(Discipline.SlipSums, Start, pieces);

    private static bool IsBetween(ReceivedKeys piece, int from, int to) =>
        piece.ReceivedAt >= Start.AddSeconds(from) && piece.ReceivedAt < Start.AddSeconds(to);
}
