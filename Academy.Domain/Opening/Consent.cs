using Academy.Domain.Data;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Opening;

/// <summary>
/// Where the academy serves a bank it does not open with what looks like a mistake and cannot be taken back, until an administrator
/// says yes to it: once, by a code that is good for just that.
/// </summary>
public sealed partial class Consent(AcademySettings settings, ILogger<Consent> log)
{
    /// <param name="about">What it is, as a sentence.</param>
    /// <param name="exactly">What the yes is for.</param>
    /// <exception cref="OpeningException">Nobody has said yes.</exception>
    public void Ask(string about, params IEnumerable<string> exactly)
    {
        var code = Fingerprint.Of(exactly.Prepend(about));
        if (settings.AsksFirst && settings.Agree?.Contains(code, StringComparison.Ordinal) != true)
            throw new OpeningException($"{about} If that is right, start once with --Academy:Agree={code}");

        Agreed(about);
    }

    [LoggerMessage(LogLevel.Information, "Opening all the same: {About}")]
    private partial void Agreed(string about);
}
