using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>Understands a written question: its text as a bank takes it, or the first objection.</summary>
internal static partial class WrittenRules
{
    private const int FewestOptions = 2;
    private const int MostOptions = 26;

    public static (QuestionText? Text, WrittenObjection? Objection) Read(WrittenQuestion question)
    {
        if (question.Stem.Length == 0) return Object(ReadingProblem.EmptyStem, "", WrittenPart.Stem);
        if (question.Key.Length == 0 && !question.NeedsNoKey)
            return Object(Options(question) is { } odd ? odd : new(ReadingProblem.NoRightAnswer, "", WrittenPart.Key));

        var type = question.Type ?? TypeOf(question);
        if (type == WrittenType.Case) type = question.Options.Count > 0 ? WrittenType.Choice : WrittenType.Essay;
        if (type is WrittenType.FillIn or WrittenType.ShortAnswer or WrittenType.Essay && question.Options.Any(option => option.Length > 0))
            return Object(ReadingProblem.NeedlessOptions, question.Options.First(option => option.Length > 0), WrittenPart.Options);
        return type switch
        {
            WrittenType.TrueFalse => Verdict(question),
            WrittenType.FillIn => FillIn(question),
            WrittenType.ShortAnswer => (Blank(question, QuestionType.ShortAnswer) with { Criteria = KeyCriteria.Of(question.Key) }, null),
            WrittenType.Essay => (Blank(question, QuestionType.Essay) with { Criteria = KeyCriteria.Of(question.Key) }, null),
            _ => Choice(question, type),
        };
    }

    /// <summary>What it must be by its options and key.</summary>
    public static WrittenType TypeOf(WrittenQuestion question)
    {
        if (question.Options.Any(option => option.Length > 0))
            return VerdictWords.Of(question.Key) is not null
                && question.Options.Count == FewestOptions
                && !ChoiceKey.IsLetters(question.Key)
                && question.Options.All(option => VerdictWords.Of(option) is not null)
                ? WrittenType.TrueFalse : WrittenType.Choice;
        if (VerdictWords.Of(question.Key) is not null) return WrittenType.TrueFalse;
        if (ChoiceKey.IsLetters(question.Key) && question.Key.Length <= MostOptions)
            return AsksForWriting(question.Stem) ? WrittenType.ShortAnswer : WrittenType.Choice;
        return GapText.IsIn(question.Stem) && !question.Key.Contains('\n') ? WrittenType.FillIn : WrittenType.ShortAnswer;
    }

    public static bool AsksForWriting(string stem) => Task().IsMatch(stem);

    private static (QuestionText? Text, WrittenObjection? Objection) Choice(WrittenQuestion question, WrittenType type)
    {
        if (Options(question) is { } objection) return Object(objection);
        if (question.Options.Count < FewestOptions)
            return Object(ReadingProblem.TooFewOptions, $"{question.Options.Count}", WrittenPart.Options);
        if (ChoiceKey.Read(question.Key, question.Options, question.CountsOptions) is not { } right
            || right.Any(index => index < 0 || index >= question.Options.Count))
        {
            return Object(ReadingProblem.AnswerNotAnOption, question.Key, WrittenPart.Key);
        }

        if (type == WrittenType.SingleChoice && right.Count > 1)
            return Object(ReadingProblem.SeveralRightAnswers, question.Key, WrittenPart.Key);

        var isSingle = type == WrittenType.SingleChoice || (type == WrittenType.Choice && right.Count == 1);
        var weight = Math.Round(100m / right.Count, 5);
        return (Blank(question, isSingle ? QuestionType.SingleChoice : QuestionType.MultipleChoice) with
        {
            Options = [.. question.Options
                .Select((text, n) => new Option(OptionKeys.At(n), text, right.Contains(n) ? weight : 0))],
        }, null);
    }

    private static WrittenObjection? Options(WrittenQuestion question)
    {
        if (question.Options.Count > MostOptions)
            return new(ReadingProblem.TooManyOptions, $"{question.Options.Count}", WrittenPart.Options);
        if (question.Options.Index().Where(option => option.Item.Length == 0).Select(option => option.Index).ToList() is [var empty, ..])
            return new(ReadingProblem.EmptyOption, OptionKeys.LetterAt(empty), WrittenPart.Options, empty);
        return question.Options.Index().GroupBy(option => option.Item).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? new(ReadingProblem.DuplicateOption, twice.Key, WrittenPart.Options, twice.Last().Index) : null;
    }

    private static (QuestionText? Text, WrittenObjection? Objection) Verdict(WrittenQuestion question)
    {
        var named = question.Options.Where(option => option.Length > 0).ToList();
        if (named.Count > 0
            && (named.Count != FewestOptions
                || named.Select(VerdictWords.Of).Distinct().Count(verdict => verdict is not null) != FewestOptions))
        {
            return Object(ReadingProblem.NeedlessOptions, named[0], WrittenPart.Options);
        }

        var isTrue =
            named.Count > 0 && ChoiceKey.Read(question.Key, named, question.CountsOptions) is [var chosen] && chosen < FewestOptions
                ? VerdictWords.Of(named[chosen])
                : VerdictWords.Of(question.Key)
                    ?? (ChoiceKey.Read(question.Key, [], false) is [var letter] && letter < FewestOptions ? letter == 0 : null);
        return isTrue is { } verdict
            ? (Blank(question, QuestionType.TrueFalse) with { Options = VerdictWords.Options(verdict) }, null)
            : Object(ReadingProblem.AnswerNotAnOption, question.Key, WrittenPart.Key);
    }

    private static (QuestionText? Text, WrittenObjection? Objection) FillIn(WrittenQuestion question) =>
        GapText.Keys(question.Key, GapText.Count(question.Stem)) is { } keys
            ? (GapText.Fill(Blank(question, QuestionType.FillIn), question.Stem, keys), null)
            : Object(ReadingProblem.GapsAndKeysDiffer, question.Key, WrittenPart.Key);

    private static QuestionText Blank(WrittenQuestion question, QuestionType type) =>
        new() { Type = type, Stem = question.Stem, Explanation = question.Explanation, Points = question.Points };

    private static (QuestionText? Text, WrittenObjection? Objection) Object(ReadingProblem problem, string detail, WrittenPart part) =>
        Object(new(problem, detail, part));

    private static (QuestionText? Text, WrittenObjection? Objection) Object(WrittenObjection objection) => (null, objection);

    [GeneratedRegex("^[\\s\"“（(]*(?:请|试[述论析]|试(?:分析|说明|比较|列举)|简述|简要|简答|论述|阐述|谈谈|说明|列举|概述)")]
    private static partial Regex Task();
}
