using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Domain.Questions.Formats;

/// <summary>What an author should know of a question that is taken.</summary>
internal static class DraftRemarks
{
    // Thirds and sixths are written with a few decimals.
    private const decimal NearlyAll = 99.9m;

    public static IEnumerable<ReadingMessage> On(DraftQuestion question) =>
    [
        .. RewardsEverything(question.Text)
            ? [Message(question, ReadingProblem.WeightsRewardEverything, "")]
            : Array.Empty<ReadingMessage>(),
        .. from name in QuestionProse.FileNames(question.Text)
           where question.Files.All(file => file.Name != name)
           select Message(question, ReadingProblem.FileMissing, name),
    ];

    /// <summary>Whether ticking all options earns full marks.</summary>
    private static bool RewardsEverything(QuestionText text) =>
        text.Type == QuestionType.MultipleChoice && text.Options.Sum(option => option.Weight) >= NearlyAll;

    private static ReadingMessage Message(DraftQuestion question, ReadingProblem problem, string detail) =>
        new(question.Position, question.Line, problem, detail);
}
