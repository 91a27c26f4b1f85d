using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>Counts the questions of a file as they come and sorts them into those that are taken and those that are reported.</summary>
internal sealed class QuestionSorter
{
    private readonly HashSet<string> ids = [];
    private readonly List<string> categories = [];
    private readonly List<DraftQuestion> taken = [];
    private readonly List<ReadingMessage> reported = [];
    private readonly List<ReadingMessage> remarks = [];

    /// <summary>Number of the question that comes next.</summary>
    public int Position { get; private set; } = 1;

    public string? Category => categories is [.., { Length: > 0 } last] ? last : null;

    public void Enter(string category) => categories.Add(category);

    /// <param name="draft">The next question.</param>
    /// <param name="problem">What is wrong with it by its format.</param>
    /// <param name="source">How it is written, where that cannot be taken apart.</param>
    /// <returns>Whether it is taken.</returns>
    public bool Sort(DraftQuestion draft, DraftProblem? problem, string? source = null)
    {
        var reason = problem ?? Repetition(draft);
        if (reason is null) Take(draft);
        else Report(draft.Line, reason, source is null ? Sketch(draft, reason) : Mending.FieldsOf(source), draft);
        return reason is null;
    }

    /// <summary>The next question is one that cannot be taken.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="problem">Why.</param>
    /// <param name="fields">What plain fields hold of it, for whoever mends it.</param>
    /// <param name="draft">As far as it was understood.</param>
    public void Report(int line, DraftProblem problem, WrittenFields? fields, DraftQuestion? draft = null) =>
        reported.Add(new(Position++, line, problem.Kind, problem.Detail) { Fields = fields, Draft = draft });

    public void Remark(int position, int line, ReadingProblem problem, string detail = "") =>
        remarks.Add(new(position, line, problem, detail));

    public QuestionFile ToFile() => new(categories.FirstOrDefault(), taken, reported) { Remarks = remarks };

    /// <summary>Without its key where that is not told for certain: whoever mends it has to say.</summary>
    private static WrittenFields? Sketch(DraftQuestion draft, DraftProblem problem)
    {
        var fields = Mending.SketchOf(draft.Text);
        return fields is not null && problem.Kind == ReadingProblem.BadWeight ? fields with { Key = "" } : fields;
    }

    private void Take(DraftQuestion draft)
    {
        taken.Add(draft);
        remarks.AddRange(DraftRemarks.On(draft));
        Position++;
    }

    private DraftProblem? Repetition(DraftQuestion draft) =>
        draft.Id is null || ids.Add(draft.Id) ? null : new(ReadingProblem.DuplicateId, draft.Id);
}
