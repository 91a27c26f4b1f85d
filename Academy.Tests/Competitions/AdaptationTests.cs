using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

/// <summary>What costs somebody most comes more often in practice, and only there.</summary>
public sealed class AdaptationTests(OpenedAcademy opened)
{
    private const string Teller = "E0001";

    private static readonly Gen<WeakSpot> AnySpot = Gen.OneOf(
        Gen.Int[0, 9].Select(digit => Spot(SpotKind.Digit, $"{digit}")),
        Gen.Int[1, 9].Select(place => Spot(SpotKind.Place, $"{place}")),
        Gen.Int[1, 5].Select(row => Spot(SpotKind.Row, $"{row}")),
        Gen.Int[1, 10].Select(ten => Spot(SpotKind.Turn, $"{ten}")));

    private static readonly Gen<Emphasis> AnyEmphasis =
        AnySpot.Array[1, 6].Select(spots => new Emphasis([.. spots.DistinctBy(spot => (spot.Kind, spot.What))]));

    [Fact]
    public void A_digit_that_is_missed_out_of_proportion_stands_out_and_others_do_not()
    {
        var emphasis = WeakSpots.Of([Missing('7', '1'), Missing('7', '1')])!;

        Assert.Equal((SpotKind.Digit, "7"), (emphasis.Spots[0].Kind, emphasis.Spots[0].What));
        Assert.DoesNotContain(emphasis.Spots, spot => spot is { Kind: SpotKind.Digit, What: not "7" });
        Assert.Null(WeakSpots.Of([Replay.Of(Keypad, Hit(KeysOf(Keypad, 60), 5))]));
        Assert.Null(WeakSpots.Of([]));
    }

    [Fact]
    public void Ten_pages_on_which_hands_wait_stand_out()
    {
        var (at, keys) = (0, new List<KeyStroke>());
        foreach (var field in SlipSums.Tasks().Take(12).SelectMany(task => task.Fields))
        {
            foreach (var (index, key) in (field.Keys + KeyStroke.Enter).Index())
            {
                at += index == 0 && field.Page is > 40 and <= 50 ? 900 : 200;
                keys.Add(new KeyStroke(at, key));
            }
        }

        var spot = Assert.Single(WeakSpots.Of([Replay.Of(SlipSums, keys)])!.Spots);

        Assert.Equal((SpotKind.Turn, "5", 900, 200), (spot.Kind, spot.What, spot.Cost, spot.Others));
    }

    [Fact]
    public void Characters_that_were_missed_more_than_once_stand_out_the_most_missed_first()
    {
        var typed = Text.Text![..300].Replace('的', '得');

        var spots = WeakSpots.Of([Replay.Of(Text, Phrases(typed, 90))])!.Spots;

        Assert.Equal((SpotKind.Character, "的"), (spots[0].Kind, spots[0].What));
        Assert.Equal(Text.Text[..300].Count(character => character == '的'), spots[0].Cost);
    }

    [Fact]
    public void What_stands_out_comes_more_often_whatever_the_seed() => Gen.Long.Sample(seed =>
    {
        var more = new Emphasis([Spot(SpotKind.Digit, "7"), Spot(SpotKind.Row, "2")]);
        var sevens = new Emphasis([Spot(SpotKind.Digit, "7")]);

        Assert.True(Share(Digits(new SlipBook(seed, more)), '7') > 1.3 * Share(Digits(new SlipBook(seed)), '7'));
        Assert.True(SecondRows(new SlipBook(seed, more)) > SecondRows(new SlipBook(seed)));
        Assert.True(
            Share(string.Concat(KeypadSheet.Lines(seed, sevens).Take(300).Select(line => line.Keys)), '7')
            > 1.3 * Share(string.Concat(KeypadSheet.Lines(seed).Take(300).Select(line => line.Keys)), '7'));
    }, iter: 50);

    [Fact]
    public void A_place_ten_pages_and_a_character_come_more_often_too()
    {
        var place = new Emphasis([Spot(SpotKind.Place, "9")]);
        var turns = new Emphasis([Spot(SpotKind.Turn, "10")]);
        var character = new Emphasis([Spot(SpotKind.Character, "款")]);
        var passages = new Passages(() => Typist.Passages);

        Assert.True(Millions(new SlipBook(Seed, place)) > 2 * Millions(new SlipBook(Seed)));
        Assert.True(
            new SlipBook(Seed, turns).Sums().Take(60).Sum(sum => sum.Pages.Count(page => page > 90))
            > 2 * new SlipBook(Seed).Sums().Take(60).Sum(sum => sum.Pages.Count(page => page > 90)));
        Assert.True(
            passages.TermsOf(Discipline.Typing, Seed, character).Text!.Count(c => c == '款')
            > passages.TermsOf(Discipline.Typing, Seed).Text!.Count(c => c == '款'));
    }

    /// <summary>The run is kept as text: what is read back poses the same, key by key.</summary>
    [Fact]
    public void A_run_that_is_read_back_poses_what_was_posed() => Gen.Select(AnyEmphasis, Gen.Long).Sample((emphasis, seed) =>
    {
        foreach (var discipline in new[] { Discipline.SlipSums, Discipline.SlipHundred, Discipline.Keypad })
        {
            var terms = new DrillTerms(discipline, seed) { Emphasis = emphasis };
            var again = System.Text.Json.JsonSerializer.Deserialize<DrillTerms>(System.Text.Json.JsonSerializer.Serialize(terms))!;

            Assert.Equal(terms.Tasks().Select(KeysOf), again.Tasks().Select(KeysOf));
        }
    }, iter: 20);

    [Fact]
    public async Task A_run_on_weak_spots_keeps_them_has_a_score_and_is_no_personal_best()
    {
        await using var store = new AcademyStore(opened);
        await store.KeyAsync(Teller, Discipline.Keypad, terms => Hit(Wrong(KeysOf(terms, 60), '7', '1'), perSecond: 5));
        var best = await store.BestAsync(Teller, Discipline.Keypad);

        var id = await store.AsAsync(Teller, (timekeeper, person) => timekeeper.StartAdaptedAsync(person, Discipline.Keypad, None));
        var run = await store.RunAsync(id);
        store.Clock.Advance(TimeSpan.FromMinutes(4));
        await store.SendKeysAsync(Teller, id, 1, Hit(KeysOf(run.Terms, 100), perSecond: 6, seed: 9));
        await store.FinishDrillAsync(Teller, id);

        Assert.Contains(run.Terms.Emphasis!.Spots, spot => spot is { Kind: SpotKind.Digit, What: "7" });
        var finished = await store.RunAsync(id);
        Assert.True(finished.Score > best!.Score);
        Assert.False(finished.Counts);
        Assert.Equal(best.Id, (await store.BestAsync(Teller, Discipline.Keypad))?.Id);
    }

    [Fact]
    public async Task Who_has_no_weak_spots_and_who_asks_for_none_gets_what_everybody_gets()
    {
        await using var store = new AcademyStore(opened);
        var fresh = await store.AsAsync(Teller, (timekeeper, person) => timekeeper.StartAdaptedAsync(person, Discipline.Keypad, None));
        await store.KeyAsync("E0002", Discipline.Keypad, terms => Hit(Wrong(KeysOf(terms, 60), '7', '1'), perSecond: 5));
        var usual = await store.StartDrillAsync("E0002", Discipline.Keypad);

        Assert.Null((await store.RunAsync(fresh)).Terms.Emphasis);
        Assert.Null((await store.RunAsync(usual)).Terms.Emphasis);
    }

    [Fact]
    public async Task A_contest_and_a_printed_book_never_have_more_of_anything()
    {
        await using var store = new AcademyStore(opened);
        await store.KeyAsync("E0002", Discipline.SlipSums, terms => Hit(Wrong(KeysOf(terms, 4), '7', '1'), perSecond: 4));
        var person = await store.AskAsync((AcademyDb db) => db.Employees.Numbered("E0002").Select(e => e.Id).SingleAsync());
        Assert.NotNull(await store.AskAsync((AcademyDb db) => db.EmphasisAsync(person, Discipline.SlipSums, None)));

        var book = await store.StartOnBookAsync("E0002", Discipline.SlipSums, 482913);
        Assert.Null((await store.RunAsync(book)).Terms.Emphasis);
        await store.FinishDrillAsync("E0002", book);
        var held = await store.AskAsync((AcademyDb db) => db.Events
            .Where(e => e.Discipline == Discipline.SlipSums.Slug)
            .OrderByDescending(e => e.Id).Select(e => e.Id).FirstAsync());
        var entered = await store.AskAsync((Convener convener) => convener.StartAsync(person, held, None));
        Assert.Null((await store.RunAsync(entered.RunId!.Value)).Terms.Emphasis);
    }

    private static WeakSpot Spot(SpotKind kind, string what) => new(kind, what, 3, 90, 30);

    private static DrillResult Missing(char key, char other) => Replay.Of(Keypad, Hit(Wrong(KeysOf(Keypad, 60), key, other), 5));

    private static string Wrong(string keys, char key, char other) => keys.Replace(key, other);

    private static IEnumerable<Amount> Amounts(SlipBook book) =>
        from page in Enumerable.Range(1, SlipBook.PageCount)
        from row in Enumerable.Range(1, SlipBook.RowCount)
        select book[page, row];

    private static int Millions(SlipBook book) => Amounts(book).Count(amount => amount.Fen >= 1_000_000_00);

    private static int SecondRows(SlipBook book) => book.Sums().Take(60).Count(sum => sum.Row == 2);

    private static string Digits(SlipBook book) => string.Concat(Amounts(book).Select(amount => amount.Keys));

    private static double Share(string keys, char key) => keys.Count(k => k == key) / (double)keys.Length;
}
