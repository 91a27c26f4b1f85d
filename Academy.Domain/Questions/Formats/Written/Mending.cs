using Academy.Domain.Data;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>Understands what a trainer types into the plain fields of a question, by the rules that rows of sheets are read by.</summary>
public static class Mending
{
    private static readonly Dictionary<QuestionType, WrittenType> Written = new()
    {
        [QuestionType.SingleChoice] = WrittenType.SingleChoice,
        [QuestionType.MultipleChoice] = WrittenType.MultipleChoice,
        [QuestionType.TrueFalse] = WrittenType.TrueFalse,
        [QuestionType.FillIn] = WrittenType.FillIn,
        [QuestionType.ShortAnswer] = WrittenType.ShortAnswer,
        [QuestionType.Essay] = WrittenType.Essay,
    };

    /// <summary>The question, or what keeps it from being one and what of the fields says so.</summary>
    public static (QuestionText? Text, ReadingProblem Problem, string Detail) Read(WrittenFields fields)
    {
        var (text, problem) = WrittenRules.Read(new WrittenQuestion
        {
            Type = fields.Type is { } type ? Written[type] : null,
            Stem = fields.Stem,
            Options = [.. Lines(fields.Options).Select(OptionLetter.Without)],
            Key = fields.Key,
            NeedsNoKey = fields.Type is QuestionType.ShortAnswer or QuestionType.Essay,
            Explanation = fields.Explanation,
        });
        return text is null ? (null, problem!.Kind, problem.Detail) : (text, default, "");
    }

    /// <summary>The fields of a question; null when they cannot hold all that it says.</summary>
    public static WrittenFields? FieldsOf(QuestionText text)
    {
        if (text.Gaps.Count > 0 || !WrittenFields.Types.Contains(text.Type)) return null;

        var fields = Plain(text);
        return Read(fields).Text is { } same && same.WithBackgroundOf(text) == text ? fields : null;
    }

    /// <summary>
    /// The fields of a question that cannot be taken as it is, as far as it was understood; null when
    /// they cannot hold all of that.
    /// </summary>
    internal static WrittenFields? SketchOf(QuestionText text)
    {
        var isPlain = WrittenFields.Types.Contains(text.Type) && !text.MatchesCase && text.Gaps.Count == 0
            && QuestionProse.Of(text).All(prose => prose.Html is null)
            && text.Options.All(option =>
                option is { Weight: >= 0, Feedback: null } && !option.Text.Plain.Contains('\n', StringComparison.Ordinal))
            && text.Options.Where(option => option.IsRight).DistinctBy(option => option.Weight).Count() < 2
            && text.Answers.All(answer => answer is { Weight: 100, Tolerance: null, Feedback: null })
            && text.Criteria.All(criterion => criterion is { Points: 1, Words.Count: 0 });
        return isPlain ? Plain(text) : null;
    }

    /// <summary>The fields of a question that could not be understood, as it is written.</summary>
    internal static WrittenFields FieldsOf(WrittenQuestion question) => new(
        Written.FirstOrDefault(type => type.Value == question.Type) is { Value: not WrittenType.Choice } known ? known.Key : null,
        question.Stem, OnLines(question.Options), LettersOf(question), question.Explanation);

    /// <summary>The fields for a question that could not be taken apart: all of it stands where the stem does.</summary>
    internal static WrittenFields FieldsOf(string source) =>
        WrittenFields.Blank with { Stem = Cut.Start(source, QuestionRules.LongestText) };

    /// <summary>What plain fields hold of a question, with all that they cannot hold left out.</summary>
    internal static WrittenFields Plain(QuestionText text)
    {
        var key = text.Type switch
        {
            QuestionType.TrueFalse => VerdictOf(text.Options.FirstOrDefault(option => option.IsRight)),
            QuestionType.FillIn => string.Join('/', text.Answers.Select(answer => answer.Text)),
            QuestionType.ShortAnswer or QuestionType.Essay => string.Join('\n', text.Criteria.Select(criterion => criterion.Text)),
            _ => string.Concat(text.Options
                .Index()
                .Where(option => option.Item.IsRight)
                .Select(option => OptionKeys.LetterAt(option.Index))),
        };
        var options = text.Type == QuestionType.TrueFalse ? "" : OnLines(text.Options.Select(option => option.Text.Plain));
        return new WrittenFields(text.Type, text.Stem.Plain, options, key, text.Explanation.Plain);
    }

    private static string VerdictOf(Option? right) => right?.Key switch
    {
        null => "",
        "true" => "对",
        _ => "错",
    };

    /// <summary>The key as letters, where the file counts its options.</summary>
    private static string LettersOf(WrittenQuestion question) =>
        question.CountsOptions && ChoiceKey.Read(question.Key, question.Options, true) is { } right
            ? string.Concat(right.Select(index => OptionKeys.LetterAt(index)))
            : question.Key;

    /// <summary>Options one a line, an empty one too: the letters of a key count them all.</summary>
    internal static string OnLines(IEnumerable<string> options) =>
        string.Join('\n', options.Select(option => option.ReplaceLineEndings(" ")));

    private static string[] Lines(string options) =>
        options.TrimEnd() is { Length: > 0 } written ? written.Split('\n', StringSplitOptions.TrimEntries) : [];
}
