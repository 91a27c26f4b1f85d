using System.Diagnostics;
using System.Net;
using Academy.Domain.Learning;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Learning;

/// <summary>A text that would take long to read is taken neither from the form nor from a file, and both say why and where.</summary>
public sealed class DenseTextTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Lesson = "/authoring/courses/professional-ethics/general";

    /// <summary>In a build for finding faults, beside other tests.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("", "[a](", 40_000, "第 1 行起，方括号太多")]
    [InlineData("好\n\n|", "a|", 30_000, "第 3 行起，表格的列或竖线太多")]
    [InlineData("好\n\n", "c|d", 40_000, "第 3 行起，表格的列或竖线太多")]
    public async Task What_would_take_long_to_read_is_not_saved(string before, string repeated, int times, string words)
    {
        var text = $"{before}{string.Concat(Enumerable.Repeat(repeated, times))}";
        var trainer = await academy.App.SignInAsync("T0001");
        var watch = Stopwatch.StartNew();

        var written = await trainer.PostShownAsync(Lesson, Lesson, ("Title", "总则"), ("Body", text));
        var brought = await trainer.PostFileAsync($"{Lesson}/document", "课.md", Uploads.Of(text));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
        foreach (var answer in new[] { written, brought })
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(words, (await answer.ReadPageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(0, await academy.App.InStoreAsync(db => db.Set<Manuscript>().CountAsync()));
    }
}
