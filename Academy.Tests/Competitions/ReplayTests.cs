using Academy.Domain.Competitions.Drills;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>E takes, B takes back, F turns on, R turns back. The first sum goes over pages 30 to 49, row 3.</summary>
public sealed class ReplayTests
{
    private static readonly DrillTask First = SlipSums.Tasks()[0];

    [Fact]
    public void Who_keys_everything_rightly_has_every_sum()
    {
        var result = Replay.OfKeys(SlipSums, Evenly(KeysOf(SlipSums, 3)));

        Assert.Equal((3, 3, 0, 57), (result.Score, result.Right, result.Wrong, result.Turns));
        Assert.Equal((0, 0, 1m), (result.Misses.Count, result.Erasures, result.Accuracy));
        Assert.Equal("14,985,651.63", result.Tasks[0].Entered.ToString());
        Assert.Equal(KeysOf(SlipSums, 1).Length * 100, result.Tasks[0].At);
    }

    [Fact]
    public void A_wrong_digit_costs_the_sum_and_is_named_with_its_place()
    {
        var (page, keys) = (First.Fields[4], First.Fields[4].Keys);
        var wrong = $"{keys[..^1]}{Other(keys[^1])}";

        var result = Replay.OfKeys(SlipSums, Evenly(KeysOf(First).Replace(Taken(keys), Taken(wrong))));

        Assert.Equal((0, 1), (result.Right, result.Wrong));
        Assert.Equal((page, wrong), Assert.Single(result.Tasks[0].Misread));
        Assert.Equal(new Miss(page, 1, keys[^1], Other(keys[^1])), Assert.Single(result.Misses));
    }

    [Fact]
    public void What_is_taken_back_in_time_costs_nothing_but_is_told()
    {
        var keys = First.Fields[4].Keys;
        var mended = $"{Other(keys[0])}77BBB{keys}";

        var result = Replay.OfKeys(SlipSums, Evenly(KeysOf(First).Replace(Taken(keys), Taken(mended))));

        Assert.Equal((1, 0, 3), (result.Right, result.Wrong, result.Erasures));
        Assert.Equal(new Miss(First.Fields[4], keys.Length - 1, keys[0], Other(keys[0])), Assert.Single(result.Misses));
    }

    [Fact]
    public void A_page_may_be_keyed_again_after_turning_back()
    {
        var (fourth, fifth) = (Taken(First.Fields[3].Keys), Taken(First.Fields[4].Keys));
        var keys = KeysOf(First).Replace(fourth + fifth, $"1E2R{fourth}{fifth}");

        Assert.Equal(1, Replay.OfKeys(SlipSums, Evenly(keys)).Right);
    }

    [Fact]
    public void A_page_that_is_turned_over_unread_is_missing_in_the_sum()
    {
        var (fourth, fifth) = (Taken(First.Fields[3].Keys), Taken(First.Fields[4].Keys));

        var result = Replay.OfKeys(SlipSums, Evenly(KeysOf(First).Replace(fourth + fifth, $"{fourth}F")));

        Assert.Equal((First.Fields[4], (string?)null), Assert.Single(result.Tasks[0].Misread));
        Assert.Equal(First.Total.Fen - Amount.Keyed(First.Fields[4].Keys).Fen, result.Tasks[0].Entered.Fen);
    }

    [Fact]
    public void An_empty_page_is_not_taken_twice_in_a_row_by_mistake() =>
        Assert.Equal(1, Replay.OfKeys(SlipSums, Evenly(KeysOf(First).Replace("E", "EEE"))).Right);

    [Fact]
    public void An_entry_has_one_point_and_two_decimals_and_an_end() =>
        Assert.Equal(1, Replay.OfKeys(SlipSums, Evenly(KeysOf(First).Replace("E", "9.8E"))).Right);

    [Fact]
    public void What_is_not_handed_in_when_time_is_up_does_not_count()
    {
        var keys = Evenly(KeysOf(SlipSums, 2));
        keys[^1] = keys[^1] with { At = 600_001 };

        Assert.Equal((1, 0), (Replay.OfKeys(SlipSums, keys).Right, Replay.OfKeys(SlipSums, keys).Wrong));
        keys[^1] = keys[^1] with { At = 600_000 };
        Assert.Equal(2, Replay.OfKeys(SlipSums, keys).Right);
    }

    [Fact]
    public void The_whole_book_is_told_by_the_time_of_its_right_total()
    {
        var keys = Evenly(KeysOf(SlipHundred, 1), apart: 200);

        Assert.Equal(keys.Count * 200, Replay.OfKeys(SlipHundred, keys).Score);
        Assert.Equal(keys.Count, Replay.OfKeys(SlipHundred, [.. keys, new KeyStroke(500_000, '7')]).Keys);
    }

    [Fact]
    public void A_wrong_total_of_the_whole_book_is_no_result()
    {
        var keys = Evenly("1E" + KeysOf(SlipHundred, 1)[(KeysOf(SlipHundred, 1).IndexOf('E') + 1)..]);

        var result = Replay.OfKeys(SlipHundred, keys);

        Assert.Equal(((int?)null, 0, 1), (result.Score, result.Right, result.Wrong));
    }

    [Fact]
    public void Lines_are_worth_their_right_keys()
    {
        var lines = Keypad.Tasks().Take(3).Select(task => task.Fields[0].Keys).ToList();

        var result = Replay.OfKeys(Keypad, Evenly($"{lines[0]}E{lines[1][1..]}E{lines[2]}9E"));

        Assert.Equal((1, 2), (result.Right, result.Wrong));
        Assert.Equal(lines.Sum(line => line.Length) - 2, result.Score);
    }

    [Fact]
    public void Without_anything_handed_in_there_is_no_score() => Assert.Null(Replay.OfKeys(Keypad, Evenly("12")).Score);

    [Fact]
    public void The_pace_is_told_for_every_ten_seconds()
    {
        KeyStroke[] keys = [new(0, '1'), new(9_999, '2'), new(10_000, '3'), new(35_000, '4')];

        Assert.Equal([2, 1, 0, 1], Replay.OfKeys(SlipSums, keys).Pace);
        Assert.Empty(Replay.OfKeys(SlipSums, []).Pace);
    }

    private static string Taken(string keys) => $"{keys}E";

    private static char Other(char digit) => digit == '9' ? '0' : (char)(digit + 1);
}
