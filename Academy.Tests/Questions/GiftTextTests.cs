using Academy.Domain.Questions.Formats.Gift;

namespace Academy.Tests.Questions;

public class GiftTextTests
{
    [Fact]
    public void Escaped_characters_are_text()
    {
        var question = GiftReader.Read(@"::a\:\:b::1 \= 1 \{x\} \# \~ C\:\\n \d{=\= 2#50\% \#1 ~\~ 3}").Questions.Single();

        Assert.Equal("a::b", question.Name);
        Assert.Equal(@"1 = 1 {x} # ~ C:\n \d", question.Text.Stem);
        Assert.Equal(["= 2", "~ 3"], question.Text.Options.Select(option => option.Text));
        Assert.Equal(@"50\% #1", question.Text.Options[0].Feedback);
    }

    [Theory]
    [InlineData(@"one\ntwo", "one\ntwo")]
    [InlineData(@"one\\ntwo", @"one\ntwo")]
    [InlineData(@"one\\\ntwo", "one\\\ntwo")]
    [InlineData("one\ntwo", "one\ntwo")]
    public void A_written_n_is_a_new_line_unless_its_backslash_is_escaped(string written, string read) => Assert.Equal(read, Stem(written));

    [Fact]
    public void Full_width_punctuation_stays_as_it_is()
    {
        var question = GiftReader.Read("“您好！”：｛甲＝乙｝～＃？{=是：＝ ~否、～ ####（见第 3 条）；好。}").Questions.Single();

        Assert.Equal("“您好！”：｛甲＝乙｝～＃？", question.Text.Stem);
        Assert.Equal(["是：＝", "否、～"], question.Text.Options.Select(option => option.Text));
        Assert.Equal("（见第 3 条）；好。", question.Text.Explanation);
    }

    [Theory]
    [InlineData("[plain]a <b>b</b>", "a <b>b</b>")]
    [InlineData("[moodle] a *b*", "a *b*")]
    [InlineData("[markdown]a **b**", "a b")]
    [InlineData("[html]a <b>b</b>", "a b")]
    [InlineData("[latex]a", "[latex]a")]
    [InlineData("[plain][html]a", "[html]a")]
    public void A_stem_may_name_its_format(string written, string read) => Assert.Equal(read, Stem(written));

    [Theory]
    [InlineData(@"<p>one  two</p>\n<p>three<br/>four</p>", "one two\nthree\nfour")]
    [InlineData("a &lt; b &amp; c&nbsp;d", "a < b & c d")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "one\ntwo")]
    [InlineData(@"<img src\=""x.png"" alt\=""水印""><script>alert(1)</script>在哪里？", "水印在哪里？")]
    [InlineData("　全角空格<b>不动", "全角空格不动")]
    public void Html_becomes_plain_text(string written, string read) => Assert.Equal(read, Stem($"[html]{written}"));

    [Fact]
    public void The_texts_of_a_question_have_its_format_unless_they_name_another()
    {
        var question = GiftReader.Read("[html]<p>Q?</p>{=<i>a</i>#<b>f</b> ~[plain]<i>b</i>#[plain]<b>g</b> ####<p>why</p>}").Questions
            .Single();

        Assert.Equal(["a", "<i>b</i>"], question.Text.Options.Select(option => option.Text.Plain));
        Assert.Equal(["f", "<b>g</b>"], question.Text.Options.Select(option => option.Feedback?.Plain));
        Assert.Equal("why", question.Text.Explanation);
    }

    [Fact]
    public void Deeply_nested_html_is_read_too() =>
        Assert.Equal("x", Stem($"[html]{string.Concat(Enumerable.Repeat("<div>", 2000))}x"));

    [Fact]
    public void A_noncharacter_never_becomes_one_of_the_escaped_characters() => Assert.Equal("a\uFFFDb", Stem("a\uFDD1b"));

    private static string Stem(string written) => GiftReader.Read($"{written}{{T}}").Questions.Single().Text.Stem.Plain;
}
