using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Texts;
using Academy.Web.Pages.Questions;

namespace Academy.Web.Commands;

/// <summary>What a file of questions holds, as scripts read it.</summary>
public static class QuestionPreview
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>One JSON object on one line; null when the file is in no format that is known.</summary>
    public static string? Of(string name, byte[] content) => QuestionFormats.Read(content) is var (format, file)
        ? JsonSerializer.Serialize(
            new
            {
                File = name,
                Format = format,
                Questions = file.Questions.Select(Describe),
                Reported = file.Reported.Select(Describe),
                Remarks = file.Remarks.Select(Describe),
            },
            Options)
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
        Answers = question.Text.Answers.Select(Describe).Concat(question.Text.Criteria.Select(Describe)),
        Pairs = question.Text.Pairs.Select(pair => new { Left = pair.Left.Plain, Right = pair.Right.Plain }),
        Gaps = question.Text.Gaps
            .Select(gap => new { gap.Type, gap.Points, Options = gap.Options.Select(Describe), Answers = gap.Answers.Select(Describe) }),
        Parts = question.Text.Parts.Count == 0 ? null : question.Text.Parts.Select(Describe),
        question.Category,
        question.Tags,
        Feedback = question.Text.Explanation.IsEmpty ? null : question.Text.Explanation.Plain,
        Files = question.Files.Select(file => file.Name),
    };

    private static object Describe(QuestionText part) => new
    {
        part.Type,
        Stem = part.Stem.Plain,
        part.Points,
        Options = part.Options.Select(Describe),
        Answers = part.Answers.Select(Describe).Concat(part.Criteria.Select(Describe)),
        Gaps = part.Gaps.Select(gap =>
            new { gap.Type, gap.Points, Options = gap.Options.Select(Describe), Answers = gap.Answers.Select(Describe) }),
    };

    /// <summary>A key point of a written answer; its weight is its worth beside the others.</summary>
    private static object Describe(Criterion point) => new { point.Text, Weight = point.Points };

    private static object Describe(Option option) => new { Text = option.Text.Plain, option.Weight, Feedback = option.Feedback?.Plain };

    private static object Describe(TypedAnswer answer) =>
        new { answer.Text, answer.Weight, answer.Tolerance, Feedback = answer.Feedback?.Plain };

    private static object Describe(ReadingMessage message) => new
    {
        message.Position,
        message.Line,
        Code = message.Problem,
        Message = ReadingWords.Of(message, English),
    };
}
