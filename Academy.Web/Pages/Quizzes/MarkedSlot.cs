using Academy.Domain.Learning;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;

namespace Academy.Web.Pages.Quizzes;

/// <summary>How one place of a paper stands after handing in.</summary>
public enum SlotState { Right, Half, Wrong, Open, Waiting }

/// <summary>How one question of a paper went.</summary>
public sealed class MarkedSlot
{
    public MarkedSlot(Attempt attempt, Slot slot, ClauseAddress? clause)
    {
        var response = attempt.Responses.SingleOrDefault(r => r.Slot == slot.Number);
        (Slot, Clause, Answer, Mark) = (slot, clause, Answer.Stored(slot.Question, response?.Value), attempt.MarkOf(slot.Number));
        Awarded = response?.Awarded ?? Points.Zero;
        State = StateOf(response, Answer, Awarded, slot.Worth);
    }

    public Slot Slot { get; }
    public QuestionText Question => Slot.Question;
    public Answer Answer { get; }

    /// <summary>What a person gave for it; null where the machine marks.</summary>
    public Mark? Mark { get; }

    public Points Awarded { get; }
    public SlotState State { get; }
    public ClauseAddress? Clause { get; }
    public bool IsRight => State == SlotState.Right;
    public bool IsHalf => State == SlotState.Half;
    public bool IsWaiting => State == SlotState.Waiting;

    /// <summary>The clause that teaches it; a part that names none has the one of its case.</summary>
    public static string? TopicOf(Slot slot) => slot.Question.Topic ?? slot.Version.Text.Topic;

    private static SlotState StateOf(Response? response, Answer answer, Points awarded, Points worth)
    {
        if (response is { Awarded: null }) return SlotState.Waiting;
        if (awarded == worth) return SlotState.Right;
        if (awarded > Points.Zero) return SlotState.Half;
        return answer.IsEmpty ? SlotState.Open : SlotState.Wrong;
    }

    /// <summary>The state of one place among several.</summary>
    public SlotState StateOf(AnswerField field) => MarkingRules.ShareOf(Question, field, Answer.In(field.Key)) switch
    {
        >= 1 => SlotState.Right,
        > 0 => SlotState.Half,
        _ => SlotState.Wrong,
    };
}
