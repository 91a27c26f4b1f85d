using Academy.Domain.Competitions.Drills;

namespace Academy.Domain.Opening;

/// <summary>A drill of the past, keyed by the same rules as a real one: at some pace, tiring a little, with some misses.</summary>
/// <param name="perSecond">Keys, or characters.</param>
/// <param name="misses">The share of them that is missed.</param>
/// <param name="random">By which it is invented.</param>
/// <param name="weak">Keys or characters that are missed several times as often.</param>
internal sealed class RehearsedDrill(double perSecond, double misses, Random random, string weak = "")
{
    /// <summary>In so many milliseconds of a batch; a page sends them oftener.</summary>
    private const int Piece = 10_000;

    /// <summary>How many of the misses are noticed and taken back.</summary>
    private const double Mended = 0.85;

    private const int LongestPhrase = 4;

    private const int WeakTimes = 5;

    public IReadOnlyList<SentBatch> Hit(DrillRun run)
    {
        var length = (int)run.Terms.Discipline.Length.TotalMilliseconds;
        var keys = Times(Presses(run.Terms)).TakeWhile(stroke => stroke.At <= length);
        return [.. keys.GroupBy(stroke => stroke.At / Piece).Select((piece, index) => new SentBatch(
            run.Id, index + 1, [.. piece], run.StartedAt.AddMilliseconds((piece.Key + 1) * Piece)))];
    }

    /// <summary>What comes at once: a key, or a phrase of a text.</summary>
    private IEnumerable<string> Presses(DrillTerms terms) =>
        terms.Text is { } text ? Phrases(text).SelectMany(phrase => Missing(phrase, text)) : Keys(terms).Select(key => $"{key}");

    private IEnumerable<char> Keys(DrillTerms terms) =>
        from task in terms.Tasks()
        from field in task.Fields
        from key in field.Keys.SelectMany(Missing).Append(KeyStroke.Enter)
        select key;

    private IEnumerable<char> Missing(char key)
    {
        if (key == KeyStroke.Point || random.NextDouble() >= misses * TimesOf(key)) return [key];

        var other = (char)('0' + random.Next(10));
        return random.NextDouble() < Mended ? [other, KeyStroke.Erase, key] : [other];
    }

    private int TimesOf(char key) => weak.Contains(key) ? WeakTimes : 1;

    private IEnumerable<string> Phrases(string text)
    {
        var left = text.Replace('\n', Sign.Break);
        while (left.Length > 0)
        {
            var length = Math.Min(left.Length, 1 + random.Next(LongestPhrase));
            yield return left[..length];
            left = left[length..];
        }
    }

    /// <summary>The last character of a phrase is another one of the text, and mostly taken back.</summary>
    private IEnumerable<string> Missing(string phrase, string text)
    {
        if (random.NextDouble() >= misses * phrase.Length * TimesOf(phrase[^1])) return [phrase];

        var other = $"{phrase[..^1]}{text[random.Next(text.Length)]}".Replace('\n', Sign.Break);
        return random.NextDouble() < Mended ? [other, $"{Sign.Erased}", phrase[^1..]] : [other];
    }

    private IEnumerable<KeyStroke> Times(IEnumerable<string> presses)
    {
        var at = 600.0;
        foreach (var press in presses)
        {
            foreach (var key in press) yield return new KeyStroke((int)at, key);
            at += press.Length * 1_000 / perSecond * (0.5 + random.NextDouble()) * (1 + (at / 6_000_000));
        }
    }
}
