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
        Answers = question.Text.Answers.Select(Describe).Concat(question.Text.Criteria.Select(Describe)),
        Pairs = question.Text.Pairs.Select(pair => new { Left = pair.Left.Plain, Right = pair.Right.Plain }),
        Gaps = question.Text.Gaps.Select(gap => new { gap.Type, gap.Points, Options = gap.Options.Select(Describe), Answers = gap.Answers.Select(Describe) }),
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
        Gaps = part.Gaps.Select(gap => new { gap.Type, gap.Points, Options = gap.Options.Select(Describe), Answers = gap.Answers.Select(Describe) }),
    };

    /// <summary>A key point of a written answer; its weight is its worth beside the others.</summary>
    private static object Describe(Criterion point) => new { point.Text, Weight = point.Points };

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
        ReadingProblem.UnknownType => "this type of question is not known",
        ReadingProblem.SeveralRightAnswers => "a single choice has several right answers",
        ReadingProblem.NeedlessOptions => "a question of this type has no options",
        ReadingProblem.GapsAndKeysDiffer => "there are not as many answers as gaps",
        ReadingProblem.KeysDiffer => "the file gives two different answers",
        ReadingProblem.DuplicateStem => "the same question stands above in this row",
        ReadingProblem.BadPoints => "these are no points",
        ReadingProblem.BadDifficulty => "this difficulty is not known",
        ReadingProblem.ErrorCell => "a cell shows an error",
        ReadingProblem.FormulaCell => "a cell holds a formula",
        ReadingProblem.UnclosedQuote => "a quoted cell is not closed",
        ReadingProblem.Unreadable => "the file is damaged or not what it says",
        ReadingProblem.TooLarge => "the file is larger than what can be taken in",
        ReadingProblem.NoSheetHeads => "no row names the columns of questions; found",
        ReadingProblem.MissingColumn => "a column is missing",
        ReadingProblem.DuplicateColumn => "several columns claim to hold the same",
        ReadingProblem.HeadsDisagree => "most answers name no option: the heads do not suit the columns",
        ReadingProblem.NoQuestions => "there is no question in it",
        ReadingProblem.TypeFollowed => "the type follows from options and answer",
        ReadingProblem.OptionsSplit => "the options stood in one cell",
        ReadingProblem.KeysCounted => "the answers count the options",
        ReadingProblem.UnreadColumn => "this column is not read",
        ReadingProblem.UnreadSheet => "this sheet is not read",
        ReadingProblem.UnreadLines => "these lines are not read",
        ReadingProblem.OneRightAnswer => "a multiple choice has one right answer",
        ReadingProblem.SameStem => "the same question stands above",
        ReadingProblem.GapsFollowed => "what stood in brackets is taken for the answers",
        ReadingProblem.NoKey => "there is no answer to compare with",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
