using Academy.Domain.Questions.Marking;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Questions.Asking;

namespace Academy.Web.Pages.Quizzes;

/// <summary>An answer that a form carried and the store did not take.</summary>
/// <param name="Slot">The place that it is for; not every paper has it.</param>
/// <param name="Refusal">Why it was refused; null where it does not fit.</param>
/// <param name="Typed">What stood in the inputs; null when that says nothing.</param>
/// <param name="Revision">Which answer it was to follow.</param>
public sealed record UnsavedAnswer(int Slot, AnswerRefusal? Refusal, Answer? Typed, int Revision)
{
    public bool IsUnfit => Refusal is null;

    /// <summary>Another page has stored something else meanwhile.</summary>
    public bool IsOvertaken => Refusal is AnswerRefusal.LaterAnswer or AnswerRefusal.DifferentAnswer;
}

/// <summary>Reads the answers that a form carries. A question is on the form when anything of it is.</summary>
public sealed class AnswerSheet(Scribe scribe, TimeProvider clock)
{
    /// <summary>The most that a paper's form may hold: of the longest quiz each question a hundred inputs, and forty long texts.</summary>
    public const int MostFields = 100 * QuizDraft.MostQuestions;
    public const long MostBytes = 8 << 20;

    /// <summary>Stores what differs from the stored answers, and gives what could not be stored.</summary>
    public async Task<IReadOnlyList<UnsavedAnswer>> SaveAsync(Attempt attempt, IFormCollection form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var slots = attempt.Slots.ToDictionary(slot => slot.Number);
        var answers = await Task.WhenAll(form.Keys.Select(AnswerInputs.SlotOf).OfType<int>().Distinct().Order().Select(number =>
            slots.TryGetValue(number, out var slot) ? SaveAsync(attempt, slot, form, now, ct) : Task.FromResult(Foreign(number))));
        return [.. answers.OfType<UnsavedAnswer>()];
    }

    private static UnsavedAnswer? Foreign(int number) => new(number, null, null, 0);

    private async Task<UnsavedAnswer?> SaveAsync(Attempt attempt, Slot slot, IFormCollection form, DateTimeOffset now, CancellationToken ct)
    {
        var stored = attempt.Responses.SingleOrDefault(r => r.Slot == slot.Number);
        var asked = slot.Asked(attempt.MarkingScheme, stored);
        var answer = AnswerInputs.Read(asked, form);
        if (answer is not null && answer.Value == stored?.Value) return null;
        if (answer is null || RevisionOf(slot, form) is not { } revision)
            return new UnsavedAnswer(slot.Number, null, answer ?? AnswerInputs.Typed(asked, form), asked.Revision);

        var sent = new SentAnswer(attempt.Id, slot.Number, revision + 1, answer.Value, TimeSpan.Zero, now);
        var refusal = (await scribe.WriteAsync(sent, ct)).Refusal;
        return refusal is null ? null : new UnsavedAnswer(slot.Number, refusal, answer, revision);
    }

    private static int? RevisionOf(Slot slot, IFormCollection form)
    {
        var isNumber = int.TryParse(form[AnswerInputs.RevisionOf(slot.Number)], out var revision);
        return isNumber && revision is >= 0 and < ResponsesEndpoint.HighestRevision ? revision : null;
    }
}
