namespace Academy.Domain.Questions.Formats;

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
        var (text, objection) = WrittenRules.Read(new WrittenQuestion
        {
            Type = fields.Type is { } type ? Written[type] : null,
            Stem = fields.Stem,
            Options = [.. Lines(fields.Options).Select(SheetOptions.WithoutLetter)],
            Key = fields.Key,
            Explanation = fields.Explanation,
        });
        return text is null ? (null, objection!.Problem, objection.Detail) : (text, default, "");
    }

    /// <summary>The fields of a question; null when they cannot hold all that it says.</summary>
    public static WrittenFields? FieldsOf(QuestionText text)
    {
        if (text.Gaps.Count > 0 || text.Parts.Count > 0 || !WrittenFields.Types.Contains(text.Type)) return null;

        var key = text.Type switch
        {
            QuestionType.TrueFalse => text.Options.Single(option => option.IsRight).Key == "true" ? "对" : "错",
            QuestionType.FillIn => string.Join('/', text.Answers.Select(answer => answer.Text)),
            QuestionType.ShortAnswer or QuestionType.Essay => string.Join('\n', text.Criteria.Select(criterion => criterion.Text)),
            _ => string.Concat(text.Options.Index().Where(option => option.Item.IsRight).Select(option => (char)('A' + option.Index))),
        };
        var options = text.Type == QuestionType.TrueFalse ? "" : string.Join('\n', text.Options.Select(option => option.Text.Plain));
        var fields = new WrittenFields(text.Type, text.Stem.Plain, options, key, text.Explanation.Plain);
        return Read(fields).Text is { } same && same with { Points = text.Points, Topic = text.Topic, Difficulty = text.Difficulty, Norm = text.Norm } == text ? fields : null;
    }

    /// <summary>The fields of a question that could not be understood, as it is written.</summary>
    internal static WrittenFields FieldsOf(WrittenQuestion question) => new(
        Written.FirstOrDefault(type => type.Value == question.Type) is { Value: not WrittenType.Choice } known ? known.Key : null,
        question.Stem, string.Join('\n', question.Options), question.Key, question.Explanation);

    private static string[] Lines(string options) => options.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
