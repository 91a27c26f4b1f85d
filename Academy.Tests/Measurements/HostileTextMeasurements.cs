using System.Text;
using Academy.Domain.Questions.Formats;

namespace Academy.Tests.Measurements;

/// <summary>How long texts take that are written to be read slowly.</summary>
public sealed class HostileTextMeasurements
{
    private static readonly string[] Fillings = [" ", "（", "A、", "\n1. "];
    private const int Pasted = 45_000;
    private const int Uploaded = 1_200_000;

    [Fact(Explicit = true)]
    public async Task Reading_texts_that_are_written_to_be_read_slowly()
    {
        var figures = new Figures("Reading hostile texts", "What", "pasted, 45 KB", "a file of 1.2 MB");
        foreach (var (what, before, filling, behind) in Texts)
            figures.Add(what, await TimeAsync(before, filling, behind, Pasted), await TimeAsync(before, filling, behind, Uploaded));
        figures.Show();
    }

    private static IEnumerable<(string What, string Before, string Filling, string Behind)> Texts =>
        from line in new (string What, string Before, string Behind)[]
        {
            ("a number", "1. ", ""),
            ("a key", "1. 题（ ）\nA. 甲\nB. 乙\n答案：A", "x"),
            ("a span of keys", "1. 题（ ）\nA. 甲\nB. 乙\n\n参考答案\n1", "x"),
            ("a label", "1. 题（ ）\n【", "x"),
            ("a gap", "1. 题【", "x"),
            ("a bracket", "1. 题（", "x"),
            ("a title", "1. 题（ ）\nA. 甲\nB. 乙\n附", "x"),
            ("points", "一、单选题（各", "x）\n1. 题（ ）\nA. 甲\nB. 乙\n答案：A"),
        }
        from filling in Fillings
        select ($"{line.What}, then {filling.Replace("\n", "⏎", StringComparison.Ordinal)}", line.Before, filling, line.Behind);

    private static Task<TimeSpan> TimeAsync(string before, string filling, string behind, int length)
    {
        var text = $"{before}{string.Concat(Enumerable.Repeat(filling, length / Encoding.UTF8.GetByteCount(filling)))}{behind}";
        var content = Encoding.UTF8.GetBytes(text);
        return Figures.TimeAsync(() =>
        {
            _ = QuestionFormats.Read(content, QuestionFormat.Text);
            return Task.CompletedTask;
        });
    }
}
