using Academy.Domain.Quizzes;

namespace Academy.Jobs.Quizzes;

/// <summary>Hands in whatever was saved when somebody's time ran out.</summary>
public sealed class CloseOverdueAttempts(Invigilator invigilator) : ITimedJob
{
    public async Task<Tally> RunAsync(CancellationToken ct) =>
        Tally.Of((Counted.AttemptsHandedIn, await invigilator.CloseOverdueAsync(ct)));
}
