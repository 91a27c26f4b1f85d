using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Gift;

namespace Academy.Tests.Questions;

public class GiftFileTests
{
    private const string Bank = """
        // shipped with the academy
        $CATEGORY: 反假货币

        // [id:one]
        ::First::Q1?{
        	=a1

        	// a remark
        	~a2

        	####Because.
        }

        Q2 goes on
        over two lines.{T}
        // [id:three]
        Q3?{F}

        $CATEGORY: 投诉
        Q4 {~a =b} has a gap.
        // the end
        """;

    [Fact]
    public void A_file_has_a_category_and_questions_with_position_and_line()
    {
        var file = GiftReader.Read(Bank);

        Assert.Empty(file.Reported);
        Assert.Equal("反假货币", file.Category);
        Assert.Equal([(1, 5), (2, 14), (3, 17), (4, 20)], file.Questions.Select(question => (question.Position, question.Line)));
        Assert.Equal(["反假货币", "反假货币", "反假货币", "投诉"], file.Questions.Select(question => question.Category));
        Assert.Equal(["one", null, "three", null], file.Questions.Select(question => question.Id));
    }

    [Fact]
    public void Blank_lines_and_comments_inside_the_braces_do_no_harm()
    {
        var question = GiftReader.Read(Bank).Questions[0];

        Assert.Equal(["a1", "a2"], question.Text.Options.Select(option => option.Text));
        Assert.Equal("Because.", question.Text.Explanation);
    }

    [Fact]
    public void A_comment_inside_a_stem_is_left_out() =>
        Assert.Equal("Q2\ngoes on?", GiftReader.Read("Q1?{T}\n\nQ2\n// a remark\ngoes on?{T}").Questions[1].Text.Stem);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_other_systems_read_the_same(string lineEnd) =>
        Assert.Equivalent(GiftReader.Read(Bank), GiftReader.Read(Bank.Replace("\n", lineEnd)), strict: true);

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Equal("反假货币", GiftReader.Read("\uFEFF$CATEGORY: 反假货币").Category);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("// only a comment")]
    public void A_file_without_questions_is_empty(string text) =>
        Assert.Equivalent(new QuestionFile(null, [], []), GiftReader.Read(text), strict: true);

    [Fact]
    public void A_long_file_with_braces_left_open_is_read_in_time()
    {
        var text = string.Concat(Enumerable.Repeat("Q{=a\n\n", 50_000)) + string.Concat(Enumerable.Repeat("\n\n", 50_000)) + "}";

        var file = GiftReader.Read(text);

        // Only the last one is closed.
        Assert.Equal((1, 49_999), (file.Questions.Count, file.Reported.Count));
    }
}
