using Academy.Domain.Competitions.Drills;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>␈ takes back, ␤ is a new line, ␠ a space, ␖ something that was to be pasted.</summary>
public sealed class TypedReplayTests
{
    private static readonly DrillTerms Terms = new(Discipline.Typing, Seed, "春风吹过田埂，\n柜台前的大娘笑着说谢谢。");

    [Fact]
    public void Who_types_everything_rightly_has_every_character()
    {
        var result = Of("春风吹过田埂，␤柜台前的大娘笑着说谢谢。");

        Assert.Equal((19, 19, 0, 1m), (result.Score, result.Right, result.Wrong, result.Accuracy));
        Assert.Equal(20, result.Keys);
    }

    [Fact]
    public void What_is_taken_back_in_time_costs_nothing_but_is_told()
    {
        var result = Of("春分␈风垂过␈␈吹过␤␈田␤␈␈田␈埂␈␈过田埂");

        Assert.Equal((6, 0, 9), (result.Right, result.Wrong, result.Erasures));
    }

    [Fact]
    public void Nothing_can_be_taken_back_where_nothing_stands()
    {
        var result = Of("␈␈春␈␈春风");

        Assert.Equal((2, 0, 1), (result.Right, result.Wrong, result.Erasures));
    }

    [Fact]
    public void What_was_to_be_pasted_adds_nothing_and_is_told()
    {
        var result = Of("春风␖吹␖");

        Assert.Equal((3, 0, 2, 3), (result.Right, result.Wrong, result.Refusals, result.Score));
    }

    [Fact]
    public void Who_is_not_accurate_has_no_result()
    {
        var text = Typist.Text.Text!.Replace("\n", "")[..200];
        var ten = string.Concat(text.Select((character, i) => i % 20 == 7 ? '鑫' : character));
        var eleven = ten.Remove(1, 1);

        Assert.Equal((190, true, 190), Told(Replay.OfText(Typist.Text, Evenly(ten))));
        Assert.Equal((189, false, null), Told(Replay.OfText(Typist.Text, Evenly(eleven))));
        Assert.Null(Of("").Score);

        static (int, bool, int?) Told(TypedResult result) => (result.Right, result.IsAccurate, result.Score);
    }

    [Fact]
    public void What_comes_after_the_end_does_not_count()
    {
        KeyStroke[] strokes = [new(299_000, '春'), new(300_000, '风'), new(300_001, '吹')];

        Assert.Equal(2, Replay.OfText(Terms, strokes).Right);
    }

    [Fact]
    public void The_pace_is_told_in_characters()
    {
        KeyStroke[] strokes = [new(100, '春'), new(100, '分'), new(900, '␈'), new(10_000, '风'), new(25_000, '␖'), new(31_000, '吹')];

        Assert.Equal([2, 1, 0, 1], Replay.OfText(Terms, strokes).Pace);
    }

    [Fact]
    public void No_more_is_taken_than_there_is_to_type() =>
        Assert.Equal(20, Of(new string('春', 500)).Alignment.Pairs.Count(pair => pair.Typed is not null));

    [Fact]
    public void Every_character_that_can_be_sent_is_kept_as_it_was()
    {
        var any = Enumerable.Range(0, char.MaxValue + 1).Select(code => new KeyStroke(code, (char)code));
        var all = any.Where(stroke => stroke.IsKnown).ToList();

        Assert.Equal(all, KeyStrokes.Read(KeyStrokes.Write(all)));
        Assert.DoesNotContain(all, stroke => stroke.Key is ' ' or '\n' or '\0' or '\u007F' or '\uD83D');
        Assert.Contains(all, stroke => stroke.Key == ':');
    }

    private static TypedResult Of(string keys) => Replay.OfText(Terms, Evenly(keys));
}
