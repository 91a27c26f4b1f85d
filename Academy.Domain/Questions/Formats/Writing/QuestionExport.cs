namespace Academy.Domain.Questions.Formats.Writing;

/// <summary>A file of questions that was written, and what of them its format cannot hold.</summary>
public sealed record QuestionExport(byte[] Content, IReadOnlyList<WritingMessage> Losses);

/// <param name="Position">The question's number in the list that was written.</param>
/// <param name="Loss">What is lost.</param>
/// <param name="Detail">Names it: the type, the file, the tag.</param>
public sealed record WritingMessage(int Position, WritingLoss Loss, string Detail = "");

public enum WritingLoss
{
    /// <summary>The question is not in the file, since its type is not among those of the format.</summary>
    Question,

    /// <summary>It is written as a question of another type.</summary>
    Type,

    /// <summary>The parts of a case are written as questions of their own.</summary>
    Case,

    Formatting,
    Files,
    Weights,
    Feedback,
    Tolerance,
    Points,
    MatchesCase,
    Criteria,
    Explanation,
    Id,
    Name,
    Tag,

    /// <summary>It is written, but not so that it would be read back as it is.</summary>
    Reading,
}
