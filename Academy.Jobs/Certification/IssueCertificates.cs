using Academy.Domain.Certification;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Academy.Jobs.Certification;

/// <summary>Issues and renews the certificates of who has done all that it takes, also what was due while the academy was down.</summary>
[DisallowConcurrentExecution]
public sealed partial class IssueCertificates(Certifier certifier, ILogger<IssueCertificates> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var issued = await certifier.IssueDueAsync(cancellationToken);
        if (issued > 0) Issued(issued);
    }

    [LoggerMessage(LogLevel.Information, "Issued {Count} certificates whose requirements were met")]
    private partial void Issued(int count);
}
