using Academy.Domain.Questions.Formats.Written;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>
/// Makes out what the lines of a question are: options, a key in its stem or behind a label, gaps
/// that are filled in already.
/// </summary>
internal sealed record TypedSense(WrittenQuestion Written, WrittenProblem? Problem, bool FollowedFillings)
{
    public static TypedSense Of(TypedQuestion question)
    {
        var cut = TypedOptions.Cut(question.Body);
        var given = question.LabeledKey.Length > 0 ? question.LabeledKey : question.ListedKey;
        var stem = new TypedStem(cut.Stem);
        var points = stem.TakePoints()
            ?? TypedHeading.PointsOf($"每题{question.Text(TypedField.Points).TrimEnd('分')}分")
            ?? question.Heading?.Points;
        var type = stem.TakeType() ?? WrittenTypes.Of(question.Text(TypedField.Type)) ?? question.Heading?.Type;
        var options = cut.Options;
        var (key, reason) = FirstLine(given, options.Count > 0);
        if (options.Count > 0 && cut.AreDoubtful && IsText(type, key, options))
        {
            (stem, options) = (new TypedStem(question.Body), []);
            stem.TakePoints();
            stem.TakeType();
        }

        var (inStem, followed) = options.Count > 0 ? (stem.TakeLetters(key), false) : InStem(stem, type, given);
        if (options.Count == 0)
            (key, reason) = FirstLine(given, type == WrittenType.TrueFalse || VerdictWords.Of(FirstLine(given, true).Key) is not null);
        var written = new WrittenQuestion
        {
            Type = followed ? WrittenType.FillIn : type,
            Stem = string.Join('\n', new[] { question.Material, stem.Text }.Where(text => text.Length > 0)),
            Options = options,
            Key = key.Length > 0 ? key : inStem ?? "",
            NeedsNoKey = type is WrittenType.ShortAnswer or WrittenType.Essay or WrittenType.Case
                || (type is null && options.Count == 0 && WrittenRules.AsksForWriting(stem.Text)),
            Explanation = string.Join('\n', new[] { reason, question.Explanation }.Where(text => text.Length > 0)),
            Points = points,
        };
        if (stem.Text.Length == 0) written = written with { Stem = "" };
        return new TypedSense(written, ProblemOf(question, cut, options, key, inStem), followed);
    }

    private static (string? Key, bool Followed) InStem(TypedStem stem, WrittenType? type, string given)
    {
        if (type is null or WrittenType.TrueFalse
            && (given.Length == 0 || VerdictWords.Of(given) is not null)
            && stem.TakeVerdict(type == WrittenType.TrueFalse) is { } verdict)
        {
            return (verdict, false);
        }

        if (type is not (null or WrittenType.FillIn)) return (null, false);
        if (given.Length == 0)
            return stem.TakeFillings(type == WrittenType.FillIn) is { } fillings ? (fillings, type is null) : (null, false);

        stem.EmptyGaps(given);
        return (null, false);
    }

    private static WrittenProblem? ProblemOf(
        TypedQuestion question, TypedOptions cut, IReadOnlyList<string> options, string key, string? inStem)
    {
        if (options.Count > 0 && cut.Repeated is { } letter) return new(ReadingProblem.DuplicateOption, letter, WrittenPart.Options);
        if (question.HasTwoKeys
            || (question.LabeledKey.Length > 0
                && question.ListedKey.Length > 0
                && !Agree(FirstLine(question.LabeledKey, options.Count > 0).Key, question.ListedKey, options)))
        {
            return new(ReadingProblem.KeysDiffer, $"{FirstLine(question.LabeledKey, true).Key} / {question.ListedKey}", WrittenPart.Key);
        }

        return inStem is not null && key.Length > 0 && !Agree(key, inStem, options)
            ? new(ReadingProblem.KeysDiffer, $"{inStem} / {key}", WrittenPart.Key)
            : null;
    }

    private static bool Agree(string one, string other, IReadOnlyList<string> options) =>
        TypedKey.AreAlike(one, other)
        || (options.Count > 0
            && ChoiceKey.Read(one, options, false) is { } first
            && ChoiceKey.Read(other, options, false) is { } second
            && first.Order().SequenceEqual(second.Order()));

    /// <summary>Whether what looks like options belongs to a question that is answered in words.</summary>
    private static bool IsText(WrittenType? type, string key, IReadOnlyList<string> options) =>
        type is WrittenType.FillIn or WrittenType.ShortAnswer or WrittenType.Essay
        || (type is null && key.Length > 0 && ChoiceKey.Read(key, options, false) is null);

    /// <summary>Below the letters of a key people write why.</summary>
    private static (string Key, string Reason) FirstLine(string given, bool isShort) =>
        isShort
        && given.IndexOf('\n', StringComparison.Ordinal) is var end and > 0
        && (TypedKey.IsPlainKey(given[..end])
            || VerdictWords.Of(given[..end]) is not null) ? (given[..end].Trim(), given[end..].Trim()) : (given, "");
}
