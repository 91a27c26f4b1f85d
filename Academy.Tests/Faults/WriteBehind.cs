using System.Diagnostics;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Tests.Faults;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

[assembly: HostingStartup(typeof(WriteBehind))]

namespace Academy.Tests.Faults;

/// <summary>
/// Gives a server, when its environment asks for it, a store that acknowledges before it commits. A check of saved
/// answers is worth something when it notices that.
/// </summary>
public sealed class WriteBehind : IHostingStartup
{
    private const string Switch = "ACADEMY_TESTS_WRITE_BEHIND";

    public static readonly (string, string)[] Variables = [("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "Academy.Tests"), (Switch, "1")];

    /// <summary>The program registers its services after this has run; the last word is at the building of the host.</summary>
    public void Configure(IWebHostBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(Switch) is null) return;

        DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(source =>
        {
            if (source.Name != "Microsoft.Extensions.Hosting") return;

            source.Subscribe(new Observer<KeyValuePair<string, object?>>(happening =>
            {
                if (happening is { Key: "HostBuilding", Value: IHostBuilder host })
                    host.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<Scribe, WriteBehindScribe>()));
            }));
        }));
    }

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}

/// <summary>Says "saved" at once and writes a moment later.</summary>
internal sealed class WriteBehindScribe(IDbContextFactory<AcademyDb> store, TimeProvider clock) : Scribe(store, clock)
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(200);

    public override Task<AnswerOutcome> WriteAsync(SentAnswer sent, CancellationToken ct)
    {
        _ = WriteLaterAsync(sent);
        return Task.FromResult(new AnswerOutcome(null, sent.Revision, sent.Value, sent.ReceivedAt, sent.ReceivedAt));
    }

    private async Task WriteLaterAsync(SentAnswer sent)
    {
        await Task.Delay(AMoment);
        await base.WriteAsync(sent, CancellationToken.None);
    }
}
