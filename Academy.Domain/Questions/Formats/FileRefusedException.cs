namespace Academy.Domain.Questions.Formats;

/// <summary>Ends the reading of a file that is refused as a whole.</summary>
internal sealed class FileRefusedException(ReadingProblem problem, string detail = "") : Exception
{
    public QuestionFile Refusal => new(null, [], [new ReadingMessage(0, 0, problem, detail)]);
}
