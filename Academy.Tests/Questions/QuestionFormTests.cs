using Academy.Domain.Data;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Texts;
using Academy.Web.Pages.Questions.Editor;

namespace Academy.Tests.Questions;

public sealed class QuestionFormTests
{
    public static TheoryData<QuestionType> Types => [.. Written.All.Keys];

    [Theory, MemberData(nameof(Types))]
    public void A_form_says_what_the_question_said(QuestionType type) => AssertSame(Written.All[type], Reading(Written.All[type]));

    [Theory, MemberData(nameof(Types))]
    public void A_formatted_question_stays_formatted(QuestionType type)
    {
        var text = Written.All[type] with { Explanation = Prose.OfHtml("<p>见<strong>条款</strong>。</p>") };
        Assert.True(QuestionForm.Of(text).IsFormatted);
        AssertSame(text, Reading(text));
    }

    [Fact]
    public void Everything_that_the_shipped_banks_hold_survives_the_form() => Assert.All(
        Directory.GetFiles(Path.Combine(Repository.Folder, "content", "banks"), "*.gift")
            .SelectMany(file => QuestionFormats.Read(File.ReadAllBytes(file))!.Value.File.Questions).Select(draft => draft.ToText()),
        text => AssertSame(text, Reading(text)));

    [Fact]
    public void Empty_rows_say_nothing()
    {
        var form = QuestionForm.New(QuestionType.SingleChoice);
        form.Stem = "问？";
        (form.Options[1].Text, form.Options[3].Text, form.Options[3].IsRight) = ("甲", "乙", true);

        var reading = form.Read();

        Assert.Empty(reading.Problems);
        Assert.Equal([new Option("a", "甲", 0), new Option("b", "乙", 100)], reading.Text.Options);
    }

    [Fact]
    public void Ticks_share_the_points_and_a_wrong_one_costs_them()
    {
        var form = new QuestionForm
        {
            Type = QuestionType.MultipleChoice,
            Stem = "问？",
            Options =
            [
                new() { Text = "甲", IsRight = true },
                new() { Text = "乙", IsRight = true },
                new() { Text = "丙", IsRight = true },
                new() { Text = "丁" },
            ],
        };

        Assert.Equal([33.33333m, 33.33333m, 33.33333m, -100m], form.Read().Text.Options.Select(o => o.Weight));
    }

    [Theory]
    [InlineData("收缴|没收", "收缴/100 没收/100")]
    [InlineData("收缴\r\n[50%] 没收", "收缴/100 没收/50")]
    [InlineData(@"A\|B", "A|B/100")]
    public void What_may_be_typed_stands_by_lines_or_bars(string written, string expected) =>
        Assert.Equal(expected, string.Join(' ', AnswerLines.Texts(written).Select(a => $"{a.Text}/{a.Weight}")));

    [Fact]
    public void Feedback_stands_behind_two_signs() =>
        Assert.Equal([new TypedAnswer("凭证", 50, null, "请写全称")], AnswerLines.Texts("[50%] 凭证 ## 请写全称"));

    [Theory]
    [InlineData("3.14 ± 0.01", "3.14", "0.01")]
    [InlineData("3", "3", "0")]
    [InlineData("3 ± 少许", "3 ± 少许", "0")]
    public void A_number_has_its_tolerance_behind_it(string written, string text, string tolerance)
    {
        var answer = Assert.Single(AnswerLines.Numbers(written));
        Assert.Equal((text, tolerance), (answer.Text, Numerals(answer.Tolerance)));
    }

    [Fact]
    public void The_stem_says_how_many_gaps_there_are()
    {
        var form = new QuestionForm
        {
            Type = QuestionType.Cloze,
            Stem = "[[1]]和[[3]]",
            Gaps = [new() { Answers = "甲" }, new(), new(), new()],
        };

        var reading = form.Read();

        Assert.Equal(3, form.Gaps.Count);
        Assert.Equal(["Gaps[1].Answers", "Gaps[2].Answers"], reading.Problems.Select(p => p.Place));
    }

    [Theory]
    [InlineData(QuestionType.TrueFalse, "Truth")]
    [InlineData(QuestionType.SingleChoice, "Options")]
    [InlineData(QuestionType.Numerical, "Numbers")]
    [InlineData(QuestionType.FillIn, "Gaps[0].Answers")]
    [InlineData(QuestionType.Matching, "Pairs")]
    [InlineData(QuestionType.Case, "Parts")]
    public void A_problem_names_the_field_that_has_it(QuestionType type, string field)
    {
        var form = QuestionForm.New(type);
        form.Stem = "问？";
        Assert.Contains(field, form.Read().Problems.Select(p => p.Place));
    }

    [Fact]
    public void A_problem_of_a_part_names_the_field_of_the_part()
    {
        var form = QuestionForm.Of(Written.All[QuestionType.Case]);
        form.Parts[0].Options[1].Text = form.Parts[0].Options[0].Text;
        form.Parts[1].Points = "两分";
        Assert.Equal(["Parts[1].Points", "Parts[0].Options[1].Text"], form.Read().Problems.Select(p => p.Place));
    }

    [Theory]
    [InlineData("Options", 5)]
    [InlineData("Parts[0].Options", 4)]
    [InlineData("Parts[7].Options", 4)]
    public void A_row_is_added_where_it_is_asked_for(string list, int expected)
    {
        var form = QuestionForm.New(QuestionType.SingleChoice);
        form.Add("Parts", QuestionType.SingleChoice);
        form.Add(list, default);
        Assert.Equal(expected, form.Options.Count);
        Assert.Equal(list == "Parts[0].Options" ? 5 : 4, form.Parts[0].Options.Count);
    }

    private static QuestionText Reading(QuestionText text)
    {
        var reading = QuestionForm.Of(text).Read();
        Assert.Empty(reading.Problems);
        return reading.Text;
    }

    private static void AssertSame(QuestionText expected, QuestionText actual) =>
        Assert.Equal(JsonColumns.TextOf(expected), JsonColumns.TextOf(actual));

    private static string Numerals(decimal? number) => number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
