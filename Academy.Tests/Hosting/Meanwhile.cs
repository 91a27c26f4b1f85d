using System.Data.Common;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Hosting;

/// <summary>Lets somebody else be faster, once: acts when the next turn is asked for, before it begins.</summary>
public sealed class Meanwhile : DbTransactionInterceptor
{
    /// <summary>What the other does; nothing until it is set, and nothing again afterwards.</summary>
    public Action? Act { get; set; }

    public void Into(IServiceCollection services) => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        var act = Act;
        Act = null;
        act?.Invoke();
        return ValueTask.FromResult(result);
    }
}
