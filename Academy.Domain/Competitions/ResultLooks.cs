using Academy.Domain.Auditing;
using Academy.Domain.People;

namespace Academy.Domain.Competitions;

public static class ResultLooks
{
    extension(Recorder recorder)
    {
        /// <summary>Somebody is about to be shown results by name that not everybody sees; of none nothing is written.</summary>
        public Task ResultsReadAsync(Actor by, string address, IReadOnlyList<string> people, Caller caller, CancellationToken ct) =>
            people.Count == 0
                ? Task.CompletedTask
                : recorder.LookedAsync(
                    by, CompetitionTrail.ResultsRead, CompetitionTrail.DrillRun, address, address,
                    new ResultsReadFacts(caller.AddressText, people), ct);
    }
}
