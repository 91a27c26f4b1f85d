namespace Academy.Domain.Competitions.Drills;

/// <summary>The passages that there are to type, read once: when the academy opens, or whoever first asks.</summary>
public sealed class Passages(Func<IReadOnlyList<Passage>> read)
{
    /// <summary>Nobody types more characters in a minute, whatever the input method.</summary>
    public const int FastestPerMinute = 450;

    private readonly Lazy<IReadOnlyList<Passage>> all = new(read);

    public IReadOnlyList<Passage> All => all.Value;

    public void Read() => _ = all.Value;

    /// <summary>What can be practiced: typing only where there is something to type.</summary>
    public IEnumerable<Discipline> Offered =>
        Discipline.Practiced.Where(discipline => discipline.Kind != DrillKind.Typing || All.Count > 0);

    public Discipline? OfferedAs(string? slug) => Offered.FirstOrDefault(discipline => discipline.Slug == slug);

    /// <summary>What a run is about, by its seed.</summary>
    public DrillTerms TermsOf(Discipline discipline, long seed, Emphasis? emphasis = null) =>
        new(discipline, seed, discipline.Kind == DrillKind.Typing ? TextOf(seed, discipline.Length, emphasis) : null)
        {
            Emphasis = emphasis,
        };

    /// <summary>Passages one after the other, until nobody comes to their end.</summary>
    private string TextOf(long seed, TimeSpan length, Emphasis? emphasis)
    {
        if (All.Count == 0) throw new InvalidOperationException("There is nothing to type.");

        var (left, drawn) = (FastestPerMinute * length.TotalMinutes, new List<string>());
        foreach (var passage in Drawn(new SplitMix(seed), emphasis))
        {
            if (left < 0) break;
            drawn.Add(passage.Text);
            left -= passage.Length;
        }

        return string.Join('\n', drawn);
    }

    /// <summary>All of them in any order, and then again; with an emphasis, of the next few the costliest first.</summary>
    private IEnumerable<Passage> Drawn(SplitMix lot, Emphasis? emphasis)
    {
        while (true)
        {
            var left = All.OrderBy(_ => lot.Next()).ToList();
            while (left.Count > 0)
            {
                var next = emphasis is null ? left[0] : left.Take(Emphasis.PassageDraws).MaxBy(emphasis.CostOf)!;
                left.Remove(next);
                yield return next;
            }
        }
    }
}
