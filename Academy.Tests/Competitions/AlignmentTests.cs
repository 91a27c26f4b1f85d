using Academy.Domain.Competitions.Drills;
using CsCheck;

namespace Academy.Tests.Competitions;

/// <summary>What is wrong, missing or extra is told by what was meant, and not by which character it is in its row.</summary>
public sealed class AlignmentTests
{
    private const string Passage = "春风吹过田埂，柜台前的大娘笑着说：“谢谢您。”";

    /// <summary>Characters that no passage has.</summary>
    private const string Strange = "鑫淼焱垚犇";

    private static readonly Gen<(string Passage, string Typed)> AnyTyping =
        from passage in Gen.OneOf(Typist.Passages.ToArray())
        from start in Gen.Int[0, 400]
        from length in Gen.Int[1, 40]
        from part in Gen.Int[0, length]
        from edits in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1_000]).Array[0, 12]
        let window = passage.Text.Replace("\n", "").Substring(start, length)
        select (window, edits.Aggregate(window[..part], (typed, edit) => Edited(typed, edit.Item1, edit.Item2, window)));

    [Theory]
    [InlineData("春风吹过田埂", 6, 0, 0, 0, 6)]
    [InlineData("春风吹国田埂", 6, 1, 0, 0, 5)] // one wrong
    [InlineData("春风过田埂", 6, 0, 1, 0, 5)] // one missing costs that one and not those behind it
    [InlineData("春风吹吹过田埂", 6, 0, 0, 1, 5)] // one extra
    [InlineData("春风过吹田埂", 6, 2, 0, 0, 4)] // two changed over
    [InlineData("春风吹过田埂,", 7, 1, 0, 0, 6)] // punctuation is part of the text, and a half-width comma is another
    [InlineData("春风吹过田埂 ，", 7, 0, 0, 1, 6)] // a space is a character too many
    [InlineData("春风吹过\n田埂\n", 6, 0, 0, 0, 6)] // new lines cost nothing
    [InlineData("春风吹过田说", 6, 1, 0, 0, 5)] // a wrong last character is wrong, wherever else it stands
    [InlineData("春风吹过田埂鑫淼", 8, 2, 0, 0, 6)] // what comes last may be wrong rather than extra
    [InlineData("", 0, 0, 0, 0, 0)]
    public void What_was_typed_is_laid_beside_the_beginning_that_it_differs_least_from(
        string typed, int reached, int wrong, int missing, int extra, int net)
    {
        var alignment = Alignment.Of(Passage, typed);

        Assert.Equal(
            (reached, wrong, missing, extra, net),
            (alignment.Reached, alignment.Wrong, alignment.Missing, alignment.Extra, alignment.Net));
    }

    [Fact]
    public void Quotes_may_be_opened_and_closed_as_the_input_method_has_it()
    {
        Assert.Equal(Passage.Length, Alignment.Of(Passage, Passage.Replace('“', '”')).Right);
        Assert.Equal(Passage.Length, Alignment.Of(Passage, Passage.Replace('”', '“')).Right);
        Assert.Equal(2, Alignment.Of(Passage, Passage.Replace('“', '"').Replace('”', '"')).Wrong);
        Assert.Equal(6, Alignment.Of("他说‘好’。", "他说’好‘。").Right);
    }

    [Fact]
    public void The_published_example_comes_out_as_published()
    {
        var text = Typist.Text.Text!.Replace("\n", "")[..500];
        // 20 wrong, 10 missing and 5 extra, far from each other.
        var typed = string.Concat(text.Select((character, i) => i switch
        {
            < 200 when i % 10 == 5 => "鑫",
            >= 250 and < 350 when i % 10 == 5 => "",
            >= 400 and < 450 when i % 10 == 5 => $"{character}鑫",
            _ => $"{character}",
        }));

        var alignment = Alignment.Of(Typist.Text.Text!, typed);

        Assert.Equal((20, 10, 5), (alignment.Wrong, alignment.Missing, alignment.Extra));
        Assert.Equal((500, 465), (alignment.Reached, alignment.Net));
        Assert.Equal(470m / 505, alignment.Accuracy);
    }

    [Fact]
    public void Pairs_lie_in_the_order_of_the_passage_and_hold_all_that_was_typed() => AnyTyping.Sample(typing =>
    {
        var pairs = Alignment.Of(typing.Passage, typing.Typed).Pairs;

        Assert.Equal(typing.Typed, string.Concat(pairs.Select(pair => pair.Typed)));
        Assert.StartsWith(string.Concat(pairs.Select(pair => pair.Expected)), typing.Passage, StringComparison.Ordinal);
    });

    [Fact]
    public void The_count_agrees_with_a_plain_one_on_ten_thousand_edited_texts() => AnyTyping.Sample(
        typing =>
        {
            var alignment = Alignment.Of(typing.Passage, typing.Typed);

            var plain = new PlainCount(typing.Passage, typing.Typed).Best();

            Assert.Equal(
                plain, new Counted(alignment.Right, alignment.Wrong, alignment.Missing, alignment.Extra));
        },
        iter: 10_000);

    [Fact]
    public void Whole_paragraphs_that_are_left_out_or_typed_twice_are_found() =>
        Gen.Select(Gen.Int[0, 1_500], Gen.Int[0, 400], Gen.Bool, Gen.Int).Sample(
            (start, length, isTwice, seed) =>
            {
                var (text, random) = (Typist.Text.Text!.Replace("\n", ""), new Random(seed));
                var twice = string.Concat(Enumerable.Repeat(text.Substring(start, length), isTwice ? 2 : 0));
                var typed = text[..2_200].Remove(start, length).Insert(start, twice);
                foreach (var _ in Enumerable.Range(0, random.Next(60))) typed = Edited(typed, random.Next(3), random.Next(10_000), text);

                var alignment = Alignment.Of(text, typed);

                var (reached, fewest) = Nearest(text, typed);
                Assert.Equal((reached, fewest), (alignment.Reached, alignment.Wrong + alignment.Missing + alignment.Extra));
            },
            iter: 20);

    private static string Edited(string typed, int kind, int number, string passage)
    {
        if (typed.Length == 0) return kind == 0 ? "" : $"{Strange[number % Strange.Length]}";

        var place = number % typed.Length;
        return kind switch
        {
            0 => typed.Remove(place, 1),
            1 => typed.Insert(place, $"{passage[number % passage.Length]}"),
            2 => typed.Remove(place, 1).Insert(place, $"{passage[(number * 7) % passage.Length]}"),
            3 => typed.Remove(place, 1).Insert(place, $"{Strange[number % Strange.Length]}"),
            4 => typed.Remove(place, Math.Min(number % 9, typed.Length - place)),
            _ => typed[..place] + typed[Math.Max(0, place - 4)..],
        };
    }

    /// <summary>The length of the beginning with the fewest differences, and these, row by row.</summary>
    private static (int Reached, int Fewest) Nearest(string passage, string typed)
    {
        var row = Enumerable.Range(0, passage.Length + 1).ToArray();
        foreach (var character in typed)
        {
            var diagonal = row[0]++;
            for (var j = 1; j < row.Length; j++)
            {
                var best = Math.Min(diagonal + (passage[j - 1] == character ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1);
                (diagonal, row[j]) = (row[j], best);
            }
        }

        var fewest = row.Min();
        return (Array.LastIndexOf(row, fewest), fewest);
    }

    private sealed record Counted(int Right, int Wrong, int Missing, int Extra)
    {
        public int Differences => Wrong + Missing + Extra;
    }

    /// <summary>In the plainest words: the best of what may be said of the last character of either text.</summary>
    private sealed class PlainCount(string passage, string typed)
    {
        private readonly Dictionary<(int, int), Counted> known = [];

        public Counted Best() => Enumerable.Range(0, passage.Length + 1)
            .Select(reached => (Reached: reached, Counted: Of(typed.Length, reached)))
            .OrderBy(beginning => beginning.Counted.Differences)
            .ThenByDescending(beginning => beginning.Reached)
            .First().Counted;

        private Counted Of(int row, int column)
        {
            if (known.TryGetValue((row, column), out var counted)) return counted;

            return known[(row, column)] = row + column == 0
                ? new Counted(0, 0, 0, 0)
                : Ways(row, column).MinBy(way => way.Differences)!;
        }

        private IEnumerable<Counted> Ways(int row, int column)
        {
            if (row > 0 && column > 0)
            {
                var before = Of(row - 1, column - 1);
                var isRight = Plain(passage[column - 1]) == Plain(typed[row - 1]);
                yield return isRight ? before with { Right = before.Right + 1 } : before with { Wrong = before.Wrong + 1 };
            }

            if (column > 0 && Of(row, column - 1) is var shorter) yield return shorter with { Missing = shorter.Missing + 1 };
            if (row > 0 && Of(row - 1, column) is var lesser) yield return lesser with { Extra = lesser.Extra + 1 };
        }

        private static string Plain(char character) => $"{character}".Replace("”", "“").Replace("’", "‘");
    }
}
