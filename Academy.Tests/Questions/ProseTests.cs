using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

public class ProseTests
{
    [Theory]
    [InlineData("[html]a <b>b</b>", "a <b>b</b>")]
    [InlineData("[html]<p>a</p><p>b</p>", null)]
    [InlineData("[markdown]a **b**", "<p>a <strong>b</strong></p>")]
    [InlineData("[plain]a <b>b</b>", null)]
    public void A_written_format_stays_where_it_says_more_than_paragraphs(string written, string? html) =>
        Assert.Equal(html, GiftReader.Read($"{written}{{T}}").Questions.Single().Text.Stem.Html);

    [Fact]
    public void A_picture_from_elsewhere_leaves_what_it_reads_as() =>
        Assert.Equal("见水印。", Prose.OfHtml("见<img src=\"https://example.com/a.png\" alt=\"水印\">。"));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<b><p></zzz>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    public void Elements_nested_beyond_reason_leave_their_text(string element) =>
        Assert.Equal("x < y", Prose.OfHtml($"{string.Concat(Enumerable.Repeat(element, 50_000))}x &lt; y"));

    [Theory]
    [InlineData("<b> </b>")]
    [InlineData("<p><i></i><br></p>")]
    [InlineData("<ul><li></li></ul>")]
    public void Tags_around_nothing_are_nothing(string html) => Assert.True(Prose.OfHtml(html).IsEmpty);

    [Fact]
    public void Many_elements_beside_each_other_are_not_nested() =>
        Assert.NotNull(Prose.OfHtml(string.Concat(Enumerable.Repeat("<p>a<br><b>b</b></p><ul><li>c<li>d</ul>", 500))).Html);

    [Fact]
    public void Lists_show_a_line_where_a_stem_marks_a_gap() =>
        Assert.Equal("由 ____ 名人员出具 ____。", Prose.OfPlain("由 [[1]] 名人员出具 [[2]]。\n另起一段。").FirstLine);

    [Fact]
    public void Markdown_nested_beyond_reason_is_plain() =>
        Assert.StartsWith(
            ">>>",
            GiftReader.Read($"[markdown]{new string('>', 5_000)} x{{T}}").Questions.Single().Text.Stem.Plain,
            StringComparison.Ordinal);
}
