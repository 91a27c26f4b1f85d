using Academy.Domain.Questions;
using Academy.Domain.Quizzes;

namespace Academy.Web.Pages.Quizzes;

/// <summary>Reads the answers that a form carries. A question is on the form when its <c>revision-n</c> is.</summary>
public sealed class AnswerSheet(Scribe scribe, TimeProvider clock)
{
    /// <summary>Stores what differs from the stored answers, and says which slots were refused and why.</summary>
    public async Task<IReadOnlyDictionary<int, EntryRefusal>> SaveAsync(Attempt attempt, IFormCollection form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var outcomes = await Task.WhenAll(attempt.Slots
            .Select(slot => Read(attempt, slot, form, now)).OfType<Entry>()
            .Select(async entry => (entry.Slot, (await scribe.WriteAsync(entry, ct)).Refusal)));
        return outcomes.Where(o => o.Refusal is not null).ToDictionary(o => o.Slot, o => o.Refusal!.Value);
    }

    private static Entry? Read(Attempt attempt, Slot slot, IFormCollection form, DateTimeOffset now)
    {
        if (!int.TryParse(form[$"revision-{slot.Number}"], out var revision) || revision is < 0 or >= ResponsesEndpoint.HighestRevision) return null;

        var chosen = form[$"slot-{slot.Number}"].OfType<string>().ToList();
        if (Answer.Of(slot.Version.Text, chosen) is not { } answer) return null;

        var stored = attempt.Responses.SingleOrDefault(r => r.Slot == slot.Number);
        return stored?.Value == answer.Value ? null : new Entry(attempt.Id, slot.Number, revision + 1, answer.Value, TimeSpan.Zero, now);
    }
}
