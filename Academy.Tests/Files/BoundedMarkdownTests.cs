using System.Diagnostics;
using Academy.Domain.Files;
using Academy.Domain.Questions.Formats.Gift;
using Markdig;

namespace Academy.Tests.Files;

/// <summary>
/// Of Markdown that would take seconds it is said which line is the reason, before it is read; what just passes takes none.
/// </summary>
public sealed class BoundedMarkdownTests(ITestOutputHelper output)
{
    private const int MostCharacters = 200_000;

    /// <summary>In a build for finding faults, beside other tests.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private static readonly MarkdownPipeline Tables = new MarkdownPipelineBuilder().UsePipeTables().UseGenericAttributes().Build();

    public static TheoryData<string, string, int, MarkdownExcess, int> Slow => new()
    {
        { "", "[a](", 40_000, MarkdownExcess.Brackets, 1 },
        { "好\n\n好\n", "[a](", 200_000, MarkdownExcess.Brackets, 3 },
        { "", "c|d", 40_000, MarkdownExcess.Pipes, 1 },
        { "好\n\n|", "a|", 30_000, MarkdownExcess.Pipes, 3 },
        { "|a|\n|-|\n", "|a|\n", 90_000, MarkdownExcess.Rows, 1 },
        { "", "[a]: /x\n", 90_000, MarkdownExcess.Brackets, 1 },
        { "", "[a]: /x\n\n", 90_000, MarkdownExcess.Brackets, 8001 },
        { "", "*a **b ", 40_000, MarkdownExcess.Marks, 1 },
        { "", "{a ", 40_000, MarkdownExcess.Marks, 1 },
        { "", "\u2028\u2028[a](", 40_000, MarkdownExcess.Brackets, 1 },
        { "", "- a\r", 60_000, MarkdownExcess.Rows, 1 },
        { "a\r\rb\r\n\r\n", "[a](", 40_000, MarkdownExcess.Brackets, 5 },
        { "", "> ", 5_000, MarkdownExcess.Depth, 1 },
        { "好\n", "- ", 5_000, MarkdownExcess.Depth, 2 },
    };

    /// <summary>As much of each as passes, for as long as a lesson may be.</summary>
    public static TheoryData<string, int> Dense => new()
    {
        { "[a](", 500 }, { "[a](b \"", 500 }, { "![a](", 500 }, { "[a][", 250 }, { "[a]: /x\n", 500 }, { "[", 500 }, { "[a]", 500 },
        { "c|d\n", 1_000 }, { "|a|b|c|d|\n", 1_000 }, { "a|b|c|d|e\n-|-|-|-|-\n", 500 }, { $"{Times("c|d", 200)}\n", 25 },
        { "*a **b ", 1_000 }, { "*a", 2_000 }, { "_a_ ", 1_000 }, { "**a *b c** ", 600 }, { "<a ", 2_000 }, { "<a b=\"", 2_000 },
        { "`a ``b ", 1_000 }, { "{a ", 2_000 }, { "{#a .b ", 2_000 }, { "~a ", 2_000 }, { "- a\n", 1_000 }, { "> a\n", 1_000 },
        { "a\n", 1_000 }, { "1. a\n", 1_000 }, { "# a {#b}\n", 1_000 }, { "***a** b* ", 500 }, { "&amp;", 10_000 }, { "\\", 20_000 },
        { "<http://a ", 1_000 }, { "a\n===\n", 500 }, { $"{Times("> ", 40)}a\n", 100 }, { "```\n", 1_000 }, { "    a\n", 1_000 },
        { "(", 100_000 }, { "\n", 100_000 }, { "-\n\n", 10_000 }, { "> a\n\n", 10_000 }, { $"{Times("- ", 40)}\n\n", 2_000 },
    };

    [Theory, MemberData(nameof(Slow))]
    public void What_would_take_seconds_is_refused_at_once(string before, string repeated, int times, MarkdownExcess excess, int line)
    {
        var text = $"{before}{Times(repeated, times)}";
        var watch = Stopwatch.StartNew();

        var refused = Assert.Throws<DenseMarkdownException>(() => BoundedMarkdown.ToHtml(text, Tables));

        Assert.Equal(new DenseMarkdown(excess, line), refused.Dense);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
    }

    [Theory, MemberData(nameof(Dense))]
    public void What_passes_is_read_at_once(string repeated, int times)
    {
        var passage = $"{Times(repeated, times)}\n\n";
        var text = passage;
        while (text.Length + passage.Length <= MostCharacters && BoundedMarkdown.DenseIn(text + passage) is null) text += passage;
        var watch = Stopwatch.StartNew();

        try
        {
            BoundedMarkdown.ToHtml(text, Tables);
        }
        catch (ArgumentException)
        {
            output.WriteLine("nested too deeply");
        }

        var mark = repeated[..Math.Min(20, repeated.Length)];
        output.WriteLine($"{mark} x {times}, {text.Length:N0}: {watch.Elapsed.TotalMilliseconds:N0} ms");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
    }

    [Fact]
    public void What_lessons_have_is_far_from_that()
    {
        var line = $"| {Times("**第一** [条](https://a.example) | ", 4)}\n";
        var list = Times("- **一** 条\n", 500);

        var table = $"| a | b | c | d |\n|---|---|---|---|\n{Times(line, 100)}";

        Assert.Null(BoundedMarkdown.DenseIn($"{table}\n\n{new string('-', 500)}\n\n{list}"));
    }

    [Fact]
    public void A_question_that_would_take_seconds_keeps_its_words()
    {
        var watch = Stopwatch.StartNew();

        var read = GiftReader.Read($"::a::[markdown]{Times("[a](", 4_000)} {{T}}");

        Assert.StartsWith("[a](", read.Questions.Single().Text.Stem.Plain, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
    }

    private static string Times(string repeated, int times) => string.Concat(Enumerable.Repeat(repeated, times));
}
