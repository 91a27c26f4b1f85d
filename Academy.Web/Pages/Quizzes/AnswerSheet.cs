using Academy.Domain.Questions.Marking;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Questions.Asking;

namespace Academy.Web.Pages.Quizzes;

/// <summary>What was not stored of a form: answers that were refused, and those that do not fit their questions.</summary>
public sealed record SheetOutcome(IReadOnlyDictionary<int, AnswerRefusal> Refused, IReadOnlyList<int> Unfit);

/// <summary>Reads the answers that a form carries. A question is on the form when its <c>revision-n</c> is.</summary>
public sealed class AnswerSheet(Scribe scribe, TimeProvider clock)
{
    /// <summary>The most that a paper's form may hold: of the longest quiz each question a hundred inputs, and forty long texts.</summary>
    public const int MostFields = 100 * QuizDraft.MostQuestions;
    public const long MostBytes = 8 << 20;

    /// <summary>Stores what differs from the stored answers, and says what became of the rest.</summary>
    public async Task<SheetOutcome> SaveAsync(Attempt attempt, IFormCollection form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var read = attempt.Slots.Where(slot => RevisionOf(slot, form) is not null)
            .Select(slot => (Slot: slot, Answer: AnswerInputs.Read(slot.Asked(attempt.MarkingScheme), form))).ToList();
        var outcomes = await Task.WhenAll(read
            .Select(r => SentOf(attempt, r.Slot, r.Answer, form, now)).OfType<SentAnswer>()
            .Select(async sent => (sent.Slot, (await scribe.WriteAsync(sent, ct)).Refusal)));
        return new SheetOutcome(
            outcomes.Where(o => o.Refusal is not null).ToDictionary(o => o.Slot, o => o.Refusal!.Value),
            [.. read.Where(r => r.Answer is null).Select(r => r.Slot.Number)]);
    }

    private static SentAnswer? SentOf(Attempt attempt, Slot slot, Answer? answer, IFormCollection form, DateTimeOffset now)
    {
        var stored = attempt.Responses.SingleOrDefault(r => r.Slot == slot.Number);
        return answer is null || stored?.Value == answer.Value
            ? null
            : new SentAnswer(attempt.Id, slot.Number, RevisionOf(slot, form)!.Value + 1, answer.Value, TimeSpan.Zero, now);
    }

    private static int? RevisionOf(Slot slot, IFormCollection form)
    {
        var isNumber = int.TryParse(form[$"revision-{slot.Number}"], out var revision);
        return isNumber && revision is >= 0 and < ResponsesEndpoint.HighestRevision ? revision : null;
    }
}
