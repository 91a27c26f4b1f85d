using System.Collections.Concurrent;
using Academy.Domain.Data;
using Academy.Domain.Questions.Marking;

namespace Academy.Domain.Quizzes;

/// <summary>
/// What papers are drawn from, read once for everybody who starts until a question changes: on the day of an exam a whole bank
/// presses the button within a minute.
/// </summary>
public sealed class KeptSupplies
{
    /// <summary>A supply of ten thousand questions takes 160 KB.</summary>
    private const int Most = 200;

    private readonly ConcurrentDictionary<(string Blueprint, MarkingScheme Scheme), Kept> kept = [];

    /// <summary>What a blueprint may ask now under a marking scheme. Those who ask at the same time wait for one reading.</summary>
    public async Task<Supply> OfAsync(AcademyDb db, Blueprint blueprint, MarkingScheme scheme, CancellationToken ct)
    {
        // The number is read first, so that what changes during the reading makes the supply outdated, and never the number.
        var revision = await db.QuestionRevisionAsync(ct);
        var key = (JsonColumns.TextOf(blueprint), scheme);
        if (kept.Count >= Most && !kept.ContainsKey(key)) kept.Clear();
        var supply = kept.AddOrUpdate(key, _ => Read(), (_, known) => known.Revision >= revision ? known : Read());
        try
        {
            return await supply.Reading.Value;
        }
        catch
        {
            kept.TryRemove(KeyValuePair.Create(key, supply));
            throw;
        }

        // Nobody stops the reading: others may wait for it.
        Kept Read() => new(revision, new Lazy<Task<Supply>>(() => db.SupplyAsync(blueprint, scheme, CancellationToken.None)));
    }

    private sealed record Kept(long Revision, Lazy<Task<Supply>> Reading);
}
