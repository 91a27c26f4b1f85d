using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>A question as a trainer types it into a few plain fields, the way a row of a sheet holds it.</summary>
/// <param name="Type">Null where it follows from options and key.</param>
/// <param name="Stem">The question.</param>
/// <param name="Options">One a line.</param>
/// <param name="Key">Letters of the right options, 对 or 错, or what is to be filled in.</param>
/// <param name="Explanation">Why.</param>
public sealed record WrittenFields(QuestionType? Type, string Stem, string Options, string Key, string Explanation)
{
    /// <summary>The types that these fields can hold.</summary>
    public static readonly IReadOnlyList<QuestionType> Types =
        [
            QuestionType.SingleChoice, QuestionType.MultipleChoice, QuestionType.TrueFalse, QuestionType.FillIn, QuestionType.ShortAnswer,
            QuestionType.Essay,
        ];

    public static readonly WrittenFields Blank = new(null, "", "", "", "");
}
