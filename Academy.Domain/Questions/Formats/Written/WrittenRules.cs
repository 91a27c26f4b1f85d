using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>
/// Understands a written question: its text as a bank takes it, or the first problem on the way from its stem to its key. Of its
/// own it reports only what makes no text.
/// </summary>
internal static partial class WrittenRules
{
    public static (QuestionText? Text, WrittenProblem? Problem) Read(WrittenQuestion question)
    {
        var (text, problem) = Understand(question);
        var others = DraftRules.Problems(text ?? WrittenSketch.Of(question)).Select(InPart);
        var first = (problem is null ? others : others.Prepend(problem)).MinBy(p => p.Part);
        return first is null ? (text, null) : Problem(first);
    }

    private static (QuestionText? Text, WrittenProblem? Problem) Understand(WrittenQuestion question)
    {
        if (question.Key.Length == 0 && !question.NeedsNoKey) return Problem(ReadingProblem.NoRightAnswer, "", WrittenPart.Key);

        var type = question.Type ?? TypeOf(question);
        if (type == WrittenType.Case) type = question.Options.Count > 0 ? WrittenType.Choice : WrittenType.Essay;
        if (type is WrittenType.FillIn or WrittenType.ShortAnswer or WrittenType.Essay && question.Options.Any(option => option.Length > 0))
            return Problem(ReadingProblem.NeedlessOptions, question.Options.First(option => option.Length > 0), WrittenPart.Options);
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
                && question.Options.Count == VerdictWords.Sides
                && !ChoiceKey.IsLetters(question.Key)
                && question.Options.All(option => VerdictWords.Of(option) is not null)
                ? WrittenType.TrueFalse : WrittenType.Choice;
        if (VerdictWords.Of(question.Key) is not null) return WrittenType.TrueFalse;
        if (ChoiceKey.IsLetters(question.Key) && question.Key.Length <= QuestionRules.MostOptions)
            return AsksForWriting(question.Stem) ? WrittenType.ShortAnswer : WrittenType.Choice;
        return GapText.IsIn(question.Stem) && !question.Key.Contains('\n') ? WrittenType.FillIn : WrittenType.ShortAnswer;
    }

    public static bool AsksForWriting(string stem) => Task().IsMatch(stem);

    private static (QuestionText? Text, WrittenProblem? Problem) Choice(WrittenQuestion question, WrittenType type)
    {
        if (ChoiceKey.Read(question.Key, question.Options, question.CountsOptions) is not { Count: > 0 } right
            || right.Any(index => index < 0 || index >= question.Options.Count))
        {
            return Problem(ReadingProblem.AnswerNotAnOption, question.Key, WrittenPart.Key);
        }

        if (type == WrittenType.SingleChoice && right.Count > 1)
            return Problem(ReadingProblem.SeveralRightAnswers, question.Key, WrittenPart.Key);

        var isSingle = type == WrittenType.SingleChoice || (type == WrittenType.Choice && right.Count == 1);
        var weight = Math.Round(100m / right.Count, 5);
        return (Blank(question, isSingle ? QuestionType.SingleChoice : QuestionType.MultipleChoice) with
        {
            Options = [.. question.Options
                .Select((text, n) => new Option(OptionKeys.At(n), text, right.Contains(n) ? weight : 0))],
        }, null);
    }

    private static (QuestionText? Text, WrittenProblem? Problem) Verdict(WrittenQuestion question)
    {
        var named = question.Options.Where(option => option.Length > 0).ToList();
        if (named.Count > 0
            && (named.Count != VerdictWords.Sides
                || named.Select(VerdictWords.Of).Distinct().Count(verdict => verdict is not null) != VerdictWords.Sides))
        {
            return Problem(ReadingProblem.NeedlessOptions, named[0], WrittenPart.Options);
        }

        var isTrue =
            named.Count > 0 && ChoiceKey.Read(question.Key, named, question.CountsOptions) is [var chosen] && chosen < VerdictWords.Sides
                ? VerdictWords.Of(named[chosen])
                : VerdictWords.Of(question.Key)
                    ?? (ChoiceKey.Read(question.Key, [], false) is [var letter] && letter < VerdictWords.Sides ? letter == 0 : null);
        return isTrue is { } verdict
            ? (Blank(question, QuestionType.TrueFalse) with { Options = VerdictWords.Options(verdict) }, null)
            : Problem(ReadingProblem.AnswerNotAnOption, question.Key, WrittenPart.Key);
    }

    private static (QuestionText? Text, WrittenProblem? Problem) FillIn(WrittenQuestion question) =>
        GapText.Keys(question.Key, GapText.Count(question.Stem)) is { } keys
            ? (GapText.Fill(Blank(question, QuestionType.FillIn), question.Stem, keys), null)
            : Problem(ReadingProblem.GapsAndKeysDiffer, question.Key, WrittenPart.Key);

    private static QuestionText Blank(WrittenQuestion question, QuestionType type) =>
        new() { Type = type, Stem = question.Stem, Explanation = question.Explanation, Points = question.Points };

    private static WrittenProblem InPart(DraftProblem problem) => problem.Kind switch
    {
        ReadingProblem.EmptyStem or ReadingProblem.TextTooLong or ReadingProblem.UnknownGap =>
            new(problem.Kind, problem.Detail, WrittenPart.Stem),
        ReadingProblem.EmptyOption when problem.Item is { } index =>
            new(problem.Kind, OptionKeys.LetterAt(index), WrittenPart.Options, index),
        ReadingProblem.TooFewOptions or ReadingProblem.TooManyOptions or ReadingProblem.DuplicateOption =>
            new(problem.Kind, problem.Detail, WrittenPart.Options, problem.Item ?? 0),
        ReadingProblem.BadPoints => new(problem.Kind, problem.Detail, WrittenPart.Whole),
        _ => new(problem.Kind, problem.Detail, WrittenPart.Key),
    };

    private static (QuestionText? Text, WrittenProblem? Problem) Problem(ReadingProblem kind, string detail, WrittenPart part) =>
        Problem(new(kind, detail, part));

    private static (QuestionText? Text, WrittenProblem? Problem) Problem(WrittenProblem problem) => (null, problem);

    [GeneratedRegex("^[\\s\"“（(]*(?:请|试[述论析]|试(?:分析|说明|比较|列举)|简述|简要|简答|论述|阐述|谈谈|说明|列举|概述)")]
    private static partial Regex Task();
}
