using Academy.Domain.Letters;
using MimeKit;

namespace Academy.Jobs.Letters;

/// <summary>What became of a letter on its way.</summary>
/// <param name="Outcome">Whether it has arrived, will never, or is to be tried again.</param>
/// <param name="Answer">What was said to it.</param>
/// <param name="IsTrouble">Whether the others would fare alike.</param>
public sealed record Passage(Delivery Outcome, string Answer, bool IsTrouble);

/// <summary>A way that letters take.</summary>
public interface IMailRoute : IAsyncDisposable
{
    Task<Passage> SendAsync(MimeMessage message, CancellationToken ct);
}
