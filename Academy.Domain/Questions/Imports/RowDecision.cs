using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Imports;

/// <summary>What a trainer decided on one question of an import: fields that mend it, or what is to become of it.</summary>
public sealed class RowDecision
{
    private readonly RowChoice? choice;
    private readonly WrittenFields? fields;
    private readonly (QuestionText? Text, ReadingProblem Problem, string Detail) mended;

    /// <param name="position">The number of the question in the file.</param>
    /// <param name="choice">What is to become of it; what is left out stays as it was found.</param>
    /// <param name="fields">Null where there was nothing to mend.</param>
    public RowDecision(int position, RowChoice? choice, WrittenFields? fields = null)
    {
        Position = position;
        this.choice = choice;
        this.fields = choice == RowChoice.LeaveOut ? null : fields;
        if (this.fields is not null) mended = Mending.Read(this.fields);
    }

    public int Position { get; }

    internal void CarryOut(ImportRow row)
    {
        if (fields is null)
        {
            if (choice is { } chosen) row.Choose(chosen);
        }
        else if (mended.Text is { } text) row.Mend(text);
        else row.Refuse(fields, mended.Problem, mended.Detail);
    }
}
