using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Opening;
using Academy.Tests.Opening;

namespace Academy.Tests.Competitions;

/// <summary>The passages that are shipped, and what a run makes of them.</summary>
public sealed partial class PassagesTests
{
    private static readonly IReadOnlyList<Passage> All = Typist.Passages;

    [Fact]
    public void There_are_enough_of_them_and_each_is_long_enough()
    {
        Assert.True(All.Count >= 60);
        Assert.All(All, passage => Assert.True(passage.Length >= 500, passage.Title));
    }

    [Fact]
    public void Each_has_a_title_of_its_own() =>
        Assert.DoesNotContain(All.CountBy(passage => passage.Title), title => title.Value > 1);

    [Fact]
    public void Every_character_is_one_that_an_input_method_gives()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var coded = Encoding.GetEncoding("GB2312", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

        Assert.All(All, passage => Assert.DoesNotContain(passage.Text, character => !IsSimple(coded.GetBytes($"{character}"))));
        // Half-width marks stand in numbers alone: 8:30, 1.5, 95%.
        Assert.All(All, passage => Assert.DoesNotMatch(HalfWidth(), Number().Replace(passage.Text, "")));
    }

    [Fact]
    public void No_sentence_stands_twice()
    {
        var sentences = All.SelectMany(passage => Sentence().Matches(passage.Text).Select(sentence => sentence.Value));

        // Such as “您请坐。” may be said again.
        var told = sentences.Where(sentence => sentence.Length > 6);
        Assert.DoesNotContain(told.CountBy(sentence => sentence), sentence => sentence.Value > 1);
    }

    [Fact]
    public void A_run_has_more_to_type_than_anybody_can_and_other_passages_than_the_next()
    {
        var passages = new Passages(() => All);

        var texts = Enumerable.Range(1, 20).Select(seed => passages.TermsOf(Discipline.Typing, seed).Text!).ToList();

        Assert.All(texts, text => Assert.InRange(text.Replace("\n", "").Length, 2_251, 3_500));
        Assert.All(texts, text => Assert.Equal(text.Split('\n').Length, text.Split('\n').Distinct().Count()));
        Assert.Equal(20, texts.Distinct().Count());
        Assert.Equal(texts[4], passages.TermsOf(Discipline.Typing, 5).Text);
        Assert.Null(passages.TermsOf(Discipline.Keypad, 5).Text);
    }

    [Fact]
    public void One_passage_is_typed_again_and_none_is_not_offered()
    {
        var one = new Passages(() => [new Passage("一", new string('一', 600))]);

        Assert.Equal(4, one.TermsOf(Discipline.Typing, 1).Text!.Split('\n').Length);
        Assert.Contains(Discipline.Typing, one.Offered);
        Assert.DoesNotContain(Discipline.Typing, new Passages(() => []).Offered);
        Assert.Null(new Passages(() => []).OfferedAs("typing-text-300"));
    }

    [Fact]
    public void A_passage_is_read_by_its_paragraphs() => Assert.Equal(
        new Passage("早班", "天亮了。\n门开了。"),
        Passage.Read("---\r\ntitle: 早班\r\ntheme: service\r\n---\r\n\r\n天亮了。\r\n\r\n门开了。\r\n"));

    [Theory]
    [InlineData("天亮了。", "The passage does not begin with a head between two lines of ---.")]
    [InlineData("---\ntitle: 早班\n---\n\n", "There is nothing to type.")]
    [InlineData("---\ntitle: 早班\n---\n天亮 了。", "No single press gives the character U+0020.")]
    [InlineData("---\ntitle: 早班\n---\n天亮了😀。", "No single press gives the character U+D83D.")]
    [InlineData("---\ntheme: service\n---\n天亮了。", "line 1: ")]
    public async Task A_passage_that_cannot_be_typed_is_named_and_the_academy_stays_shut(string source, string problem)
    {
        await using var content = new SampleContent();
        content.Write("drills/typing/early.md", source);

        var exception = await Assert.ThrowsAsync<ContentException>(content.OpenAsync);

        Assert.StartsWith("drills/typing/early.md: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Whether it is in GB 2312 itself, and not in what its encoding has besides.</summary>
    private static bool IsSimple(byte[] code) => code is [< 0x80] or [>= 0xA1 and <= 0xF7, >= 0xA1];

    [GeneratedRegex("[0-9]+(?:[.:][0-9]+)?%?")]
    private static partial Regex Number();

    [GeneratedRegex("[!-/:-@\\[-`{-~]")]
    private static partial Regex HalfWidth();

    [GeneratedRegex("[^。！？\n]+[。！？]")]
    private static partial Regex Sentence();
}
