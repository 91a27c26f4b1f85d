using Academy.Domain.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Domain.Competitions.Drills;

/// <summary>Writes the keys of drills: two hundred people at a contest send theirs every second.</summary>
public sealed class KeyScribe(IServiceScopeFactory scopes, TimeProvider clock) : GroupWriter<SentKeys, BatchOutcome>(clock)
{
    protected override async Task<IReadOnlyList<BatchOutcome>> CommitAsync(IReadOnlyList<SentKeys> sent)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Timekeeper>().TakeAsync(sent, CancellationToken.None);
    }
}
