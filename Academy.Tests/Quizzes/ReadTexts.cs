using System.Data.Common;
using System.Text.RegularExpressions;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Quizzes;

/// <summary>Counts how many texts of questions are read from the store; whoever asks for some and finds none counts as one.</summary>
internal sealed partial class ReadTexts : DbCommandInterceptor
{
    private int rows;

    public void Into(IServiceCollection services) => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));

    public async Task<int> CountAsync(Func<Task> act)
    {
        rows = 0;
        await act();
        return rows;
    }

    public override InterceptionResult DataReaderDisposing(
        DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        // The last attempt to read finds no more, unless somebody wanted the first row alone.
        if (ReadsTexts(command.CommandText)) Interlocked.Add(ref rows, Math.Max(1, eventData.ReadCount - 1));
        return result;
    }

    private static bool ReadsTexts(string query) => VersionsAlias().Matches(query).Any(versions =>
        query.Contains($"\"{versions.Groups["alias"].Value}\".\"Text\"", StringComparison.Ordinal));

    [GeneratedRegex("\"QuestionVersions\" AS \"(?<alias>\\w+)\"")]
    private static partial Regex VersionsAlias();
}
