using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Academy.Domain.Questions;
using Academy.Domain.Questions.Formats;

namespace Academy.Web.Commands;

/// <summary>What a file of questions holds, as scripts read it.</summary>
public static class QuestionPreview
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>One JSON object on one line; null when the file is in no format that is known.</summary>
    public static string? Of(string name, byte[] content) => QuestionFormats.Read(content) is var (format, file)
        ? JsonSerializer.Serialize(new { File = name, Format = format, Questions = file.Questions.Select(Describe), Reported = file.Reported.Select(Describe) }, Options)
        : null;

    private static object Describe(DraftQuestion question) => new
    {
        question.Position,
        question.Line,
        question.Type,
        question.Name,
        Stem = question.Text.Stem.Plain,
        question.Text.Points,
        Options = question.Text.Options.Select(Describe),
        Answers = question.Text.Answers.Select(Describe),
        Pairs = question.Text.Pairs.Select(pair => new { Left = pair.Left.Plain, Right = pair.Right.Plain }),
        Gaps = question.Text.Gaps.Select(gap => new { gap.Type, gap.Points, Options = gap.Options.Select(Describe), Answers = gap.Answers.Select(Describe) }),
        question.Category,
        question.Tags,
        Feedback = question.Text.Explanation.IsEmpty ? null : question.Text.Explanation.Plain,
        Files = question.Files.Select(file => file.Name),
    };

    private static object Describe(Option option) => new { Text = option.Text.Plain, option.Weight, Feedback = option.Feedback?.Plain };

    private static object Describe(TypedAnswer answer) => new { answer.Text, answer.Weight, answer.Tolerance, Feedback = answer.Feedback?.Plain };

    private static object Describe(ReadingMessage message) => new
    {
        message.Position,
        message.Line,
        Code = message.Problem,
        Message = message.Detail.Length > 0 ? $"{WordsOf(message.Problem)}: {message.Detail}" : WordsOf(message.Problem),
    };

    private static string WordsOf(ReadingProblem problem) => problem switch
    {
        ReadingProblem.MissingBrace => "a brace is missing",
        ReadingProblem.TooManyBraces => "there are more braces than one pair",
        ReadingProblem.UnclosedName => "the name is not closed by ::",
        ReadingProblem.EmptyStem => "the question has no text",
        ReadingProblem.TextBeforeOptions => "text stands before the first option",
        ReadingProblem.TooFewOptions => "there are too few options",
        ReadingProblem.TooManyOptions => "there are too many options",
        ReadingProblem.EmptyOption => "an option is empty",
        ReadingProblem.DuplicateOption => "two options are the same",
        ReadingProblem.BadWeight => "a weight makes no sense",
        ReadingProblem.BadNumber => "this is no number",
        ReadingProblem.BadPair => "a pair lacks a side",
        ReadingProblem.NoRightAnswer => "no answer is right",
        ReadingProblem.AnswerNotAnOption => "the answer is none of the options",
        ReadingProblem.DuplicateId => "another question has this id",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
