using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>
/// What a reader found in a file. Every question of the file is either among the questions or reported, never both and
/// never neither; the category is the first that it names.
/// </summary>
public sealed record QuestionFile(string? Category, IReadOnlyList<DraftQuestion> Questions, IReadOnlyList<ReadingMessage> Reported)
{
    /// <summary>
    /// What is worth knowing of questions that are taken: what the file holds for them and has no place here, weights
    /// that do not suit a graded quiz.
    /// </summary>
    public IReadOnlyList<ReadingMessage> Remarks { get; init; } = [];

    /// <summary>What stands against the file, or against one of its sheets, rather than against a question.</summary>
    public IEnumerable<ReadingMessage> ProblemsOfTheWhole => Reported.Where(message => message.Position == 0);

    /// <summary>All that is said of the file rather than of a question.</summary>
    public IEnumerable<ReadingMessage> OfTheWhole => ProblemsOfTheWhole.Concat(Remarks.Where(remark => remark.Position == 0));

    /// <summary>Whether it holds any question, good or bad.</summary>
    public bool HasRows => Questions.Count > 0 || Reported.Any(message => message.Position > 0);

    internal static QuestionFile Refused(ReadingProblem problem, string detail = "") => new(null, [], [new(0, 0, problem, detail)]);
}
