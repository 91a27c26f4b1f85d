using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Texts;

/// <summary>Reads a question over a trainer's shoulder.</summary>
public static partial class Adviser
{
    /// <summary>A key that is so much longer than every wrong option is found without knowing the subject.</summary>
    private const double TellingLength = 1.5;
    private const int TellingCharacters = 6;

    public static IReadOnlyList<QuestionAdvice> Advise(QuestionText text) =>
    [
        .. Stem(text),
        .. text.Type is QuestionType.SingleChoice or QuestionType.MultipleChoice ? Options(text) : [],
        .. text.Type == QuestionType.FillIn && text.Blanks() is [{ Answers: [_] }]
            ? [new(AdviceKind.OneAnswerOnly, "Answers")]
            : Array.Empty<QuestionAdvice>(),
        .. text.Parts.Index().SelectMany(part =>
            Advise(part.Item).Where(a => a.Place is not ("Explanation" or "Topic")).Select(a => a.Below($"Parts[{part.Index}]"))),
        .. text.Type == QuestionType.Description ? [] : Background(text),
    ];

    private static IEnumerable<QuestionAdvice> Stem(QuestionText text)
    {
        if (text.Type is QuestionType.SingleChoice or QuestionType.MultipleChoice
            && Negative().Match(text.Stem.Plain) is { Success: true } negative
            && !IsMarked(text.Stem, negative.Value))
        {
            yield return new(AdviceKind.NegativeUnmarked, "Stem", negative.Value);
        }

        if (text.Type != QuestionType.TrueFalse) yield break;
        if (IsDoublyNegated(text.Stem.Plain)) yield return new(AdviceKind.DoubleNegation, "Stem");
        if (Absolute().Match(text.Stem.Plain) is { Success: true } absolute)
            yield return new(AdviceKind.AbsoluteWord, "Stem", absolute.Value);
    }

    private static IEnumerable<QuestionAdvice> Options(QuestionText text)
    {
        if (GivesAway(text.Options) is { } longest) yield return new(AdviceKind.LengthGivesAway, $"Options[{longest}]");
        foreach (var (index, option) in text.Options.Index())
        {
            if (None().IsMatch(option.Text.Plain)) yield return new(AdviceKind.NoneOfTheAbove, $"Options[{index}]");
            else if (All().IsMatch(option.Text.Plain)) yield return new(AdviceKind.AllOfTheAbove, $"Options[{index}]");
            else if (!option.IsRight && Absolute().Match(option.Text.Plain) is { Success: true } absolute)
                yield return new(AdviceKind.AbsoluteWord, $"Options[{index}]", absolute.Value);
            if (Overlapped(text.Options, index) is { } other) yield return new(AdviceKind.OptionsOverlap, $"Options[{index}]", other);
        }
    }

    private static IEnumerable<QuestionAdvice> Background(QuestionText text)
    {
        if (text.Explanation.IsEmpty) yield return new(AdviceKind.ExplanationMissing, "Explanation");
        if (text.Topic is null) yield return new(AdviceKind.ClauseMissing, "Topic");
    }

    /// <summary>The only key, when it is much longer than the longest wrong option.</summary>
    private static int? GivesAway(IReadOnlyList<Option> options)
    {
        if (options.Count < 3 || options.Index().Where(o => o.Item.IsRight).ToList() is not [var key]) return null;

        var wrong = options.Where(o => !o.IsRight).Max(o => o.Text.Plain.Length);
        var length = key.Item.Text.Plain.Length;
        return length >= wrong * TellingLength && length - wrong >= TellingCharacters ? key.Index : null;
    }

    /// <summary>An earlier option that says the same but for spaces and punctuation, or that holds this one whole.</summary>
    private static string? Overlapped(IReadOnlyList<Option> options, int index)
    {
        var mine = Bare(options[index].Text);
        if (mine.Length == 0) return null;
        return options
            .Index()
            .Where(o => o.Index != index
                && Bare(o.Item.Text) is var other
                && (mine == other ? o.Index < index : mine.Length > 3 && other.Contains(mine, StringComparison.Ordinal)))
            .Select(o => o.Item.Text.Plain)
            .FirstOrDefault();
    }

    private static string Bare(Prose text) => Unsaid().Replace(text.Plain, "").ToUpperInvariant();

    /// <summary>Emphasized, in quotes or in brackets.</summary>
    private static bool IsMarked(Prose stem, string word) =>
        Quoted().Matches(stem.Plain).Any(quoted => quoted.Groups[1].ValueSpan.SequenceEqual(word))
        || (stem.Html is { } html
            && Emphasized().Matches(html).Any(text => text.ValueSpan.Contains(word, StringComparison.Ordinal)));

    private static bool IsDoublyNegated(string text) =>
        DoubleNegation().IsMatch(text) || Sentence().Split(text).Any(part => Negation().Count(Idiom().Replace(part, "")) > 1);

    [GeneratedRegex("(?<=[“「『\"【（(])([^“「『\"【（(”」』\"】）)]+)(?=[”」』\"】）)])")]
    private static partial Regex Quoted();

    [GeneratedRegex("<(?:strong|b|em|i|u|mark)>[^<]*")]
    private static partial Regex Emphasized();

    [GeneratedRegex("不正确|不属于|不包括|不符合|不恰当|不妥|不应|不得|不能|不是|错误|有误|除外|并非|\\bnot\\b|\\bexcept\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negative();

    [GeneratedRegex("一定|必然|绝对|永远|从不|从来|任何|所有|全部|完全|总是|只有|只要|一律|\\b(?:always|never|all|only)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Absolute();

    [GeneratedRegex("^(?:以上|上述|前述)(?:各项|选项|三项|四项|几项|说法|答案)?(?:都|均|全|皆)|^全(?:部|都)(?:正确|对|是)|all of the above", RegexOptions.IgnoreCase)]
    private static partial Regex All();

    [GeneratedRegex("^(?:以上|上述)(?:各项|选项|说法)?(?:都|均|皆|全)(?:不|错)|none of the above", RegexOptions.IgnoreCase)]
    private static partial Regex None();

    [GeneratedRegex("不得不|不能不|不可不|不应不|不会不|无不|莫不|并非不|未必不|没有不|不无|非.{1,12}不可")]
    private static partial Regex DoubleNegation();

    [GeneratedRegex("[不没无未非勿]")]
    private static partial Regex Negation();

    // Words that hold the sign and negate nothing of the sentence.
    [GeneratedRegex("无论|不管|不论|不仅|不但|不同|不足|不良|未来|非常|无误|是否|能不能|会不会|是不是|对不对|差不多|不动产|非现金|非法")]
    private static partial Regex Idiom();

    [GeneratedRegex("[。；！？;!?\n]")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[\s\p{P}]")]
    private static partial Regex Unsaid();
}
