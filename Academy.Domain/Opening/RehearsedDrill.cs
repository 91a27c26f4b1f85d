using Academy.Domain.Competitions.Drills;

namespace Academy.Domain.Opening;

/// <summary>A drill of the past, keyed by the same rules as a real one: at some pace, tiring a little, with some misses.</summary>
internal sealed class RehearsedDrill(double perSecond, double misses, Random random)
{
    /// <summary>In so many milliseconds of a batch; a page sends them oftener.</summary>
    private const int Piece = 10_000;

    /// <summary>How many of the misses are noticed and taken back.</summary>
    private const double Mended = 0.85;

    public IReadOnlyList<SentBatch> Hit(DrillRun run)
    {
        var length = (int)run.Terms.Discipline.Length.TotalMilliseconds;
        var keys = Times(Keys(run.Terms)).TakeWhile(stroke => stroke.At <= length);
        return [.. keys.GroupBy(stroke => stroke.At / Piece).Select((piece, index) => new SentBatch(
            run.Id, index + 1, [.. piece], run.StartedAt.AddMilliseconds((piece.Key + 1) * Piece)))];
    }

    private IEnumerable<char> Keys(DrillTerms terms) =>
        from task in terms.Tasks()
        from field in task.Fields
        from key in field.Keys.SelectMany(Missing).Append(KeyStroke.Enter)
        select key;

    private IEnumerable<char> Missing(char key)
    {
        if (key == KeyStroke.Point || random.NextDouble() >= misses) return [key];

        var other = (char)('0' + random.Next(10));
        return random.NextDouble() < Mended ? [other, KeyStroke.Erase, key] : [other];
    }

    private IEnumerable<KeyStroke> Times(IEnumerable<char> keys)
    {
        var at = 600.0;
        foreach (var key in keys)
        {
            yield return new KeyStroke((int)at, key);
            at += 1_000 / perSecond * (0.5 + random.NextDouble()) * (1 + (at / 6_000_000));
        }
    }
}
