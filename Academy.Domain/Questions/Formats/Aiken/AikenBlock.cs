using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Aiken;

/// <summary>The lines of one question, sorted as they come.</summary>
internal sealed partial class AikenBlock(int line)
{
    private readonly List<string> stem = [];

    public int Line => line;
    public string Stem => string.Join('\n', stem);
    public List<(char Letter, string Text)> Options { get; } = [];
    public char? Answer { get; private set; }

    public void Take(string written)
    {
        if (AnswerLine().Match(written) is { Success: true } answer) Answer = char.ToUpperInvariant(answer.Groups[1].ValueSpan[0]);
        else if (OptionLine().Match(written) is { Success: true } option)
            Options.Add((char.ToUpperInvariant(option.Groups[1].ValueSpan[0]), option.Groups[2].Value.Trim()));
        else if (Options.Count == 0) stem.Add(written);
        else Options[^1] = (Options[^1].Letter, $"{Options[^1].Text}\n{written}");
    }

    [GeneratedRegex(@"^ANSWER\s*[:：]\s*([A-Z])\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnswerLine();

    [GeneratedRegex(@"^([A-Z])\s*[.)、．）](?:\s*(.*))$", RegexOptions.CultureInvariant)]
    private static partial Regex OptionLine();
}
