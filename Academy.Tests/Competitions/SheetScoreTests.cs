using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Opening;
using Academy.Tests.Hosting;
using CsCheck;

namespace Academy.Tests.Competitions;

public sealed class SheetScoreTests
{
    private const string Once = "counts:\n- { key: a, zh: 甲, en: A, worth: 1 }\n";

    private static readonly Sheets Shipped = SheetFiles.Read(Repository.File("content"));
    private static readonly Sheet Counting = Shipped.Of(Discipline.OneFinger)!;

    /// <summary>Two criteria whose totals have no exact decimals.</summary>
    private static readonly Sheet Rubric = new(
        [
            new SheetItem(SheetItemKind.Criterion, "a", "甲", "A", 7) { Weight = 40 },
            new SheetItem(SheetItemKind.Criterion, "b", "乙", "B", 3) { Weight = 60 },
        ],
        [new SheetVoid("conduct", "不服从", "Conduct")],
        DropsFrom: 5);

    private static readonly int[] Given = [0, 40, 50, 60, 70];

    private static readonly Gen<SheetValues> AnyPoints =
        from a in Gen.Int[0, 70]
        from b in Gen.Int[0, 30]
        select Values(("a", a * 10), ("b", b * 10));

    private static readonly Gen<SheetValues> AnyCount =
        from bundles in Gen.Int[0, 60]
        from missed in Gen.Int[0, bundles]
        from broken in Gen.Int[0, bundles - missed]
        from rest in Gen.Int[0, 99]
        from untidy in Gen.Int[0, 30]
        from loose in Gen.Int[0, 30]
        select Values(
            ("bundles", bundles), ("missed", missed), ("broken", broken), ("remainder", rest), ("untidy", untidy), ("loose", loose));

    [Theory]
    [InlineData(11, 0, 0, 0, 0, 0, 1_100, 0)]
    [InlineData(9, 0, 0, 47, 0, 0, 947, 0)]
    [InlineData(9, 0, 0, 47, 2, 1, 917, 3)]
    [InlineData(9, 1, 1, 47, 2, 1, 717, 5)]
    [InlineData(1, 1, 0, 0, 3, 0, 0, 4)]
    public void Net_notes_are_those_of_bundles_that_stand_and_the_rest_without_what_is_taken_off(
        int bundles, int missed, int broken, int rest, int untidy, int loose, int notes, int wrong)
    {
        var values = Values(
            ("bundles", bundles), ("missed", missed), ("broken", broken), ("remainder", rest), ("untidy", untidy), ("loose", loose));

        Assert.Equal(new JudgedScore(notes, wrong), SheetScore.Of(Counting, values));
    }

    [Fact]
    public void A_void_result_is_none_whatever_was_counted() => Assert.Equal(
        new JudgedScore(null, 0), SheetScore.Of(Counting, Values(("bundles", 12)) with { Void = "early" }));

    [Fact]
    public void Points_are_weighted_by_their_share_of_the_most()
    {
        var full = Values(("appearance", 1_000), ("posture", 1_000), ("gesture", 1_000), ("speech", 1_000), ("whole", 1_000));
        var some = Values(("appearance", 900), ("posture", 850), ("gesture", 800), ("speech", 950), ("whole", 700));
        var sheet = Shipped.Of(Discipline.Etiquette)!;

        Assert.Equal(10_000, SheetScore.Of(sheet, full).Score);
        Assert.Equal(8_525, SheetScore.Of(sheet, some).Score);
    }

    [Fact]
    public void The_mean_of_the_judges_is_rounded_once()
    {
        // 40 x 1/7 + 60 x 1/3 = 25.714285...; alone 25.71. With 0 beside it the mean is 12.857142..., and not the half of 25.71.
        var one = Values(("a", 100), ("b", 100));
        var none = Values(("a", 0), ("b", 0));

        Assert.Equal(2_571, SheetScore.Of(Rubric, one).Score);
        Assert.Equal(1_286, SheetScore.Of(Rubric, [one, none], SheetValues.Empty).Score);
    }

    [Fact]
    public void From_five_judges_on_the_highest_and_the_lowest_are_left_out()
    {
        var sheets = Given.Select(a => Values(("a", a * 10), ("b", 0))).ToList();

        Assert.Equal(2_857, SheetScore.Of(Rubric, sheets, SheetValues.Empty).Score);
        Assert.Equal(2_143, SheetScore.Of(Rubric, sheets[..4], SheetValues.Empty).Score);
    }

    [Fact]
    public void Whoever_calls_a_result_void_that_stands_gives_no_points()
    {
        var (one, other) = (Values(("a", 700), ("b", 300)), Values() with { Void = "conduct" });

        Assert.Equal(10_000, SheetScore.Of(Rubric, [one, other], SheetValues.Empty).Score);
        Assert.Null(SheetScore.Of(Rubric, [one, other], SheetValues.Empty with { Void = "conduct" }).Score);
    }

    [Fact]
    public void The_mean_is_that_of_a_plain_reference_and_does_not_depend_on_the_order_of_judges() => AnyPoints.List[1, 9].Sample(sheets =>
    {
        var score = SheetScore.Of(Rubric, sheets, SheetValues.Empty);

        Assert.Equal(Reference(sheets), score.Score);
        Assert.Equal(score, SheetScore.Of(Rubric, [.. sheets.AsEnumerable().Reverse()], SheetValues.Empty));
    });

    [Fact]
    public void No_more_is_taken_off_than_was_counted_and_nothing_wrong_makes_a_result_better() => AnyCount.Sample(values =>
    {
        var (score, wrong) = SheetScore.Of(Counting, values);
        var looser = new SheetValues(new Dictionary<string, int>(values.Figures) { ["loose"] = values.Figures["loose"] + 1 });

        Assert.True(Counting.Takes(values));
        Assert.InRange(score!.Value, 0, (values.Figures["bundles"] * 100) + values.Figures["remainder"]);
        Assert.True(SheetScore.Of(Counting, looser).Score <= score);
        Assert.Equal(wrong + 1, SheetScore.Of(Counting, looser).Wrong);
    });

    [Theory]
    [InlineData("bundles", 61)]
    [InlineData("bundles", -1)]
    [InlineData("missed", 1)]
    [InlineData("no-such", 1)]
    public void What_cannot_be_is_not_taken(string key, int figure) => Assert.False(Counting.Takes(Values((key, figure))));

    [Theory]
    [InlineData(705)]
    [InlineData(710)]
    [InlineData(-10)]
    public void Points_are_tenths_up_to_the_most(int hundredths) => Assert.False(Rubric.Takes(Values(("a", hundredths))));

    [Theory]
    [InlineData("counting-machine-600", "counts:\n- { key: a, zh: 甲, en: A, worth: 100, unit: 把 }", "unit-en is missing")]
    [InlineData("counting-onefinger-300", "counts:\n- { key: a, zh: 甲, en: A, worth: none }", "line 2")]
    [InlineData("counting-onefinger-300", Once + "- { key: a, zh: 甲, en: A, worth: 1 }", "twice")]
    [InlineData("counting-machine-600", Once + "deductions:\n- { key: b, zh: 乙, en: B, voids: c }", "line 4")]
    [InlineData("counting-onefinger-300", "count:\n- a", "line 1")]
    [InlineData("counting-onefinger-300", "counts: [", "line")]
    [InlineData("counting-onefinger-300", "deductions:\n- { key: a, zh: 甲, en: A, takes: 1 }", "nothing is counted")]
    [InlineData("counting-onefinger-300", "criteria:\n- { key: a, zh: 甲, en: A, most: 10, weight: 1 }", "line 1")]
    [InlineData("service-etiquette-300", "criteria:\n- { key: a, zh: 甲, en: A, most: 0, weight: 1 }", "line 2")]
    [InlineData("service-etiquette-300", "criteria:\n- { key: a, zh: 甲, en: A, most: 9, weight: 1 }\ndrops-from: 2", "line 3")]
    [InlineData("keypad-lines-300", "counts:\n- { key: a, zh: 甲, en: A, worth: 1 }", "no judged discipline")]
    public void A_sheet_that_cannot_be_so_names_its_file_and_what_is_wrong_where(string slug, string yaml, string problem)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "judging"));
        File.WriteAllText(Path.Combine(folder.Path, "judging", $"{slug}.yaml"), yaml);

        var told = Assert.Throws<ContentException>(() => SheetFiles.Read(folder.Path)).Message;
        Assert.StartsWith($"judging/{slug}.yaml: ", told);
        Assert.Contains(problem, told);
    }

    [Fact]
    public void Every_judged_discipline_has_a_sheet() => Assert.Equal(Discipline.Judged, Shipped.Offered);

    /// <summary>By fractions of big numbers, and rounded as people do by hand.</summary>
    private static int Reference(IReadOnlyList<SheetValues> sheets)
    {
        var totals = sheets.Select(values => (values.Figures["a"] * 40m * 3) + (values.Figures["b"] * 60m * 7)).Order().ToList();
        if (totals.Count >= 5) totals = totals[1..^1];
        return (int)Math.Floor((totals.Sum() / (21m * totals.Count)) + 0.5m);
    }

    private static SheetValues Values(params (string Key, int Figure)[] figures) =>
        new(figures.ToDictionary(figure => figure.Key, figure => figure.Figure));
}
