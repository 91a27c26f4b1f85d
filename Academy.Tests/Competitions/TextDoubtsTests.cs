using Academy.Domain.Competitions.Drills;
using CsCheck;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>Whoever types is not in doubt, however fast and whatever the input method; what no hand has typed is.</summary>
public sealed class TextDoubtsTests
{
    private static readonly string Typed = Text.Text![..1_100];

    [Fact]
    public void Whoever_types_is_not_in_doubt() =>
        Gen.Select(Gen.Double[20, 250], Gen.Int[1, 12], Gen.Int).Sample((perMinute, longest, seed) =>
            Assert.Empty(Of(Send(Phrases(Typed, perMinute, longest, seed).Where(stroke => stroke.At < 300_000)))));

    [Fact]
    public void An_input_method_that_gives_whole_sentences_is_not_in_doubt() =>
        Assert.Empty(Of(Send(Phrases(Typed, perMinute: 220, longest: 28))));

    [Fact]
    public void A_machine_that_halts_for_two_seconds_and_delivers_all_at_once_is_not_in_doubt()
    {
        var halting = Phrases(Typed, perMinute: 250).ConvertAll(key => key.At is > 30_000 and < 32_000 ? key with { At = 32_000 } : key);

        Assert.Empty(Of(Send(halting)));
    }

    [Fact]
    public void A_key_that_is_held_down_to_take_back_is_not_in_doubt()
    {
        var held = Enumerable.Range(0, 200).Select(i => new KeyStroke(20_000 + (i * 33), Sign.Erased));

        Assert.Empty(Of(Send([.. Phrases(Typed[..60], perMinute: 200), .. held, .. Phrases(Typed[..400], perMinute: 200, from: 30_000)])));
    }

    [Fact]
    public void A_line_that_was_down_is_not_in_doubt()
    {
        var sent = Send(Phrases(Typed, perMinute: 240));
        var held = sent.FindAll(piece => piece.ReceivedAt >= Start.AddSeconds(20) && piece.ReceivedAt < Start.AddSeconds(95));
        var waited = new ReceivedKeys(Start.AddSeconds(95), [.. held.SelectMany(piece => piece.Keys)]);

        Assert.Empty(Of([.. sent.Except(held).Append(waited).OrderBy(piece => piece.ReceivedAt)]));
    }

    [Fact]
    public void What_was_to_be_pasted_is_in_doubt_with_how_often()
    {
        var strokes = Phrases(Typed[..300], perMinute: 120);
        strokes[40] = strokes[40] with { Key = Sign.Refused };
        strokes[80] = strokes[80] with { Key = Sign.Refused };

        Assert.Equal(new Doubt(DoubtReason.Pasted, strokes[40].At, 2), Assert.Single(Of(Send(strokes))));
    }

    [Fact]
    public void What_comes_in_a_longer_piece_than_any_phrase_is_in_doubt()
    {
        var strokes = Phrases(Typed[..200], perMinute: 120);
        var at = strokes[^1].At + 9_000;

        Assert.Empty(Of(Send([.. strokes, .. Piece(30)])));
        Assert.Equal(new Doubt(DoubtReason.TooLongAtOnce, at, 31), Assert.Single(Of(Send([.. strokes, .. Piece(31)]))));

        IEnumerable<KeyStroke> Piece(int length) => Typed[200..(200 + length)].Select(character => new KeyStroke(at, Taken(character)));
    }

    [Fact]
    public void More_characters_than_anybody_types_are_in_doubt() => Assert.Equal(
        DoubtReason.TooManyCharacters, Assert.Single(Of(Send(Phrases(Typed, perMinute: 500, longest: 12)))).Reason);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_machine_without_any_variation_is_in_doubt(int longest)
    {
        var keys = Typed[..400].Chunk(longest).SelectMany((phrase, i) =>
            phrase.Select(character => new KeyStroke(500 + (i * longest * 250), Taken(character))));

        Assert.Equal(DoubtReason.TooRegular, Assert.Single(Of(Send(keys))).Reason);
    }

    private static IReadOnlyList<Doubt> Of(IReadOnlyList<ReceivedKeys> pieces) => StreamDoubts.Of(Discipline.Typing, Start, pieces);
}
