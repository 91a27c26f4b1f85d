using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Academy.Tests.Hosting;

/// <summary>Looks at the store whenever somebody is about to write.</summary>
public sealed class EachTurn : DbTransactionInterceptor
{
    /// <summary>What is done then; nothing while it is null, nor in what it does itself.</summary>
    public Func<Task>? Begins { get; set; }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        if (Begins is { } act)
        {
            Begins = null;
            await act();
            Begins = act;
        }

        return result;
    }
}
