using System.Data.Common;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Hosting;

/// <summary>Lets somebody else be faster, once: acts right after the next reading that is asked for in the given words.</summary>
public sealed class Interruption : DbCommandInterceptor
{
    private (string Words, Func<Task> Act)? awaited;

    public void Into(IServiceCollection services) => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));

    public void Await(string words, Func<Task> act) => awaited = (words, act);

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (awaited is { } other && command.CommandText.Contains(other.Words, StringComparison.Ordinal))
        {
            awaited = null;
            await other.Act();
        }

        return result;
    }
}
