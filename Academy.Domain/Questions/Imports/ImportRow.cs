using Academy.Domain.Data;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Imports;

/// <summary>What is to become of a question of a file. Undecided ones keep the import from being taken.</summary>
public enum RowChoice { Undecided, Add, Revise, LeaveOut }

/// <summary>One question of a file that is being imported.</summary>
public sealed class ImportRow
{
    public const int LongestDetail = 400;

    private ImportRow() { }

    /// <summary>A question that can be taken.</summary>
    public ImportRow(DraftQuestion draft)
    {
        Position = draft.Position;
        Line = draft.Line;
        Draft = draft;
        Choice = RowChoice.Add;
    }

    /// <summary>A question that must be mended or left out.</summary>
    public ImportRow(ReadingMessage message)
    {
        Position = message.Position;
        Line = message.Line;
        Fields = message.Fields;
        Draft = message.Draft;
        Problem = message.Problem;
        Detail = Short(message.Detail);
        Column = message.Column is null ? null : Short(message.Column);
    }

    public long ImportId { get; private set; }

    /// <summary>Its number among all questions of the file, from 1.</summary>
    public int Position { get; private set; }

    public int Line { get; private set; }

    /// <summary>As it would be taken; while there is a problem, as far as it was understood.</summary>
    public DraftQuestion? Draft { get; private set; }

    /// <summary>A question with a problem as a few plain fields hold it; null where they cannot.</summary>
    public WrittenFields? Fields { get; private set; }

    /// <summary>Why it cannot be taken as it stands.</summary>
    public ReadingProblem? Problem { get; private set; }

    public string Detail { get; private set; } = "";
    public string? Column { get; private set; }
    public RowChoice Choice { get; private set; }

    /// <summary>The question of the bank that it is like, or the same as.</summary>
    public long? LikeQuestionId { get; private set; }

    /// <summary>How like, in percent of what both say; 100 is the same.</summary>
    public int Likeness { get; private set; }

    public bool IsSame => Likeness == 100;

    /// <summary>Whether the file says that it is the next version of a question of the bank.</summary>
    public bool Follows => LikeQuestionId is not null && Likeness == 0;

    /// <summary>The same question again waits for a decision; a like one is only pointed out.</summary>
    internal void Compare(long questionId, int likeness)
    {
        LikeQuestionId = questionId;
        Likeness = likeness;
        if (Choice == RowChoice.Add && IsSame) Choice = RowChoice.Undecided;
    }

    /// <summary>Brings the question that it is the next version of, by its key in the bank.</summary>
    internal void Follow(long questionId)
    {
        LikeQuestionId = questionId;
        if (Choice == RowChoice.Add) Choice = RowChoice.Revise;
    }

    /// <summary>Decides what becomes of it; what cannot be taken can only be left out.</summary>
    public bool Choose(RowChoice choice)
    {
        if (choice is RowChoice.Add or RowChoice.Revise && Problem is not null) return false;
        if (choice == RowChoice.Revise && LikeQuestionId is null) return false;

        Choice = choice;
        return true;
    }

    /// <summary>Puts a mended question in the place of what the file says; what plain fields do not say stays as it was.</summary>
    public void Mend(QuestionText text) => Take(Draft is { } draft ? draft with { Text = text.WithBackgroundOf(draft.Text) } : New(text));

    /// <summary>Puts a question that says everything anew in the place of what the file says.</summary>
    public void Rewrite(QuestionText text) => Take(Draft?.Rewritten(text) ?? New(text));

    /// <summary>Keeps what was typed, and what is still wrong with it.</summary>
    public void Refuse(WrittenFields fields, ReadingProblem problem, string detail)
    {
        (Fields, Problem, Detail, Column) = (fields, problem, Short(detail), null);
        Choice = RowChoice.Undecided;
    }

    private DraftQuestion New(QuestionText text) => new() { Position = Position, Line = Line, Text = text };

    private void Take(DraftQuestion draft)
    {
        (Draft, Fields, Problem, Detail, Column) = (draft, null, null, "", null);
        if (Choice != RowChoice.Revise) Choice = Follows ? RowChoice.Revise : RowChoice.Add;
    }

    private static string Short(string text) => Cut.Start(text, LongestDetail);
}
