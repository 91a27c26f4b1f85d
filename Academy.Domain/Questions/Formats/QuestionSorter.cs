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
    /// <param name="objection">What its format has against it.</param>
    /// <returns>Whether it is taken.</returns>
    public bool Sort(DraftQuestion draft, ReadingObjection? objection)
    {
        var reason = objection ?? Repetition(draft);
        if (reason is null) Take(draft);
        else Report(draft.Line, reason);
        return reason is null;
    }

    /// <summary>The next question is one that cannot even be drafted.</summary>
    public void Report(int line, ReadingObjection objection) =>
        reported.Add(new(Position++, line, objection.Problem, objection.Detail));

    public void Remark(int position, int line, ReadingProblem problem, string detail = "") => remarks.Add(new(position, line, problem, detail));

    public QuestionFile ToFile() => new(categories.FirstOrDefault(), taken, reported) { Remarks = remarks };

    private void Take(DraftQuestion draft)
    {
        taken.Add(draft);
        remarks.AddRange(DraftRemarks.On(draft));
        Position++;
    }

    private ReadingObjection? Repetition(DraftQuestion draft) =>
        draft.Id is null || ids.Add(draft.Id) ? null : new(ReadingProblem.DuplicateId, draft.Id);
}
