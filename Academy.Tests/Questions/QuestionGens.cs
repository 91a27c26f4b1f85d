using System.Net;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;
using CsCheck;

namespace Academy.Tests.Questions;

/// <summary>Questions of every type, with whatever texts, weights and files they may have.</summary>
internal static class QuestionGens
{
    private static readonly string[] Words =
    [
        "假币", "“您好！”", "：｛＝｝", "收缴", "~x", "=y", "#z", "{a}", "}", "a:b", @"c\d", "50%", "[html]", "[[x]]", "//", "::", "$CATEGORY:", "->",
        "<b>", "&amp;", "&#39;", "\"", "TRUE", "word", "1", "😀", "A.",
    ];

    public static readonly Gen<string> Text = Gen.OneOf(Words).Array[1, 5].Select(words => string.Join(' ', words));

    // A text that moves between plain and formatted may not begin like the head of a gap.
    private static readonly Gen<string> GapText = Text.Where(text => !text.Contains('{', StringComparison.Ordinal));

    private static readonly Gen<Prose> Formatted = Text.Select(text =>
        Prose.OfHtml($"<p>{WebUtility.HtmlEncode(text)} <b>b</b></p><ul><li>c</li></ul><table><tr><td>d</td></tr></table>"));
    private static readonly Gen<Prose> WithFile = Text.Select(text =>
        Prose.OfHtml($"<p>{WebUtility.HtmlEncode(text)}<img src=\"file:%E6%B0%B4%20%E5%8D%B0.png\" alt=\"d\"></p>"));
    private static readonly Gen<Prose> Plain = Text.Select(Prose.OfPlain);

    public static readonly DraftFile File = new("水 印.png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0 });

    public static Gen<DraftQuestion> Any(bool withFiles) =>
        Of(withFiles ? Gen.Frequency((3, Plain), (1, Formatted), (1, WithFile)) : Gen.Frequency((3, Plain), (1, Formatted)));

    /// <summary>Questions as rows of a sheet hold them, in tame words or with some that its readers give a meaning to.</summary>
    public static Gen<DraftQuestion> Row(bool isTame)
    {
        var word = Gen.OneOf("假币", "“您好！”", "收缴", "客户 5 万元", "word", "=1+1", "50%", "2026-11-25", "007", "😀");
        var trap = Gen.OneOf("；", "|", "或", " / ", "/", "、", "A. 甲", "B、", "____", "（ ）", "1. ", "\n2. ", "（2分）", "对", "_x0041_");
        var words = (isTame ? word : Gen.Frequency((9, word), (1, trap))).Array[1, 4]
            .Select(w => string.Concat(w).Trim())
            .Where(text => text.Length > 0);
        var several = words.Array[2, 6].Where(texts => texts.Distinct().Count() == texts.Length);
        var choices = from texts in several
                      from right in Gen.Bool.Array[texts.Length].Where(bits => bits.Any(bit => bit))
                      let weight = decimal.Round(100m / right.Count(bit => bit), 5)
                      select Asking(right.Count(bit => bit) == 1 ? QuestionType.SingleChoice : QuestionType.MultipleChoice) with
                      {
                          Options = [.. texts.Select((text, n) => new Option($"{(char)('a' + n)}", text, right[n] ? weight : 0))],
                      };
        var typed = several.Select(texts => (IReadOnlyList<TypedAnswer>)[.. texts.Select(text => new TypedAnswer(text, 100))]);
        var criteria =
            from texts in several
            from points in Gen.OneOf(1m, 2m, 0.5m).Array[texts.Length]
            select (IReadOnlyList<Criterion>)[.. texts.Zip(points, (text, worth) => new Criterion(text, worth, []))];
        var asking = Gen.OneOf(
            choices,
            Gen.Bool.Select(isTrue => Asking(QuestionType.TrueFalse) with
            {
                Options = [new("true", "true", isTrue ? 100 : 0), new("false", "false", isTrue ? 0 : 100)],
            }),
            typed.Select(answers => Asking(QuestionType.FillIn) with { Answers = answers }),
            typed.Array[2, 3].Select(gaps =>
                Asking(QuestionType.FillIn) with { Gaps = [.. gaps.Select(answers => new Gap(QuestionType.FillIn, 1, [], answers))] }),
            criteria.Select(points => Asking(QuestionType.ShortAnswer) with { Criteria = points }),
            criteria.Select(points => Asking(QuestionType.Essay) with { Criteria = points }));
        return from text in asking
               from stem in words
               from serial in Gen.Int[0, 1_000_000_000]
               from explanation in Gen.OneOf(words, Gen.Const(""))
               from points in Gen.OneOf<decimal?>(null, 1, 2.5m, isTame ? 3 : 5_000)
               from difficulty in Gen.Int[1, 3]
               from category in Gen.Null(Gen.OneOf("反假货币", "柜面 / 现金"))
               from tags in Gen.OneOf("标签", "norm:skill", "clause:manners/greeting", isTame ? "常考" : "常考、必考").Array[0, 3]
                   .Select(tags => tags.Distinct().ToArray())
               select new DraftQuestion
               {
                   Position = 0,
                   Line = 0,
                   Category = category,
                   Tags = tags,
                   Text = text with
                   {
                       Stem = $"{stem} {serial}{string.Concat(text.Gaps.Select((_, n) => $" [[{n + 1}]]"))}",
                       Explanation = explanation,
                       Points = points,
                       Difficulty = difficulty,
                   },
               };
    }

    /// <summary>Types that GIFT has, with texts that it can hold.</summary>
    public static bool FitsGift(DraftQuestion question) => question.Type is not (QuestionType.Ordering or QuestionType.Cloze);

    private static Gen<DraftQuestion> Of(Gen<Prose> prose)
    {
        var feedback = Gen.Null(prose);
        var typed = from texts in Text.Array[1, 3]
                    from weights in Gen.Int[0, 100].Array[texts.Length]
                    from feedbacks in feedback.Array[texts.Length]
                    select (IReadOnlyList<TypedAnswer>)[.. texts.Select((text, n) =>
                        new TypedAnswer(text, n == 0 ? 100 : weights[n], null, feedbacks[n]))];
        var numbers = from values in Gen.Int[-1_000, 1_000].Array[1, 3]
                      from feedbacks in feedback.Array[values.Length]
                      select (IReadOnlyList<TypedAnswer>)[.. values.Select((value, n) =>
                          new TypedAnswer($"{value}", n == 0 ? 100 : 50, n / 10m, feedbacks[n]))];
        var single = Options(prose, feedback, (n, count) => LastIsRight(n, count, first: -33.33333m));
        var multiple = Options(prose, feedback, (n, count) => n == 0 ? -100 : decimal.Round(100m / (count - 1), 5));
        var verdict = from isTrue in Gen.Bool
                      from ifTrue in feedback
                      from ifFalse in feedback
                      select (IReadOnlyList<Option>)[new("true", "true", isTrue ? 100 : 0) { Feedback = ifTrue },
                          new("false", "false", isTrue ? 0 : 100) { Feedback = ifFalse }];
        var pairs = from lefts in prose.Array[2, 4].Where(lefts => lefts.Distinct().Count() == lefts.Length)
                    from rights in Text.Array[lefts.Length]
                    select (IReadOnlyList<Pair>)[.. lefts.Zip(rights, (left, right) => new Pair(left, right)), new Pair("", "审计")];
        var asking = Gen.OneOf(
            single.Select(options => Asking(QuestionType.SingleChoice) with { Options = options }),
            multiple.Select(options => Asking(QuestionType.MultipleChoice) with { Options = options }),
            verdict.Select(options => Asking(QuestionType.TrueFalse) with { Options = options }),
            typed.Select(answers => Asking(QuestionType.FillIn) with { Answers = answers }),
            numbers.Select(answers => Asking(QuestionType.Numerical) with { Answers = answers }),
            pairs.Select(answers => Asking(QuestionType.Matching) with { Pairs = answers }),
            single.Select(options => Asking(QuestionType.Ordering) with
            {
                Options = [.. options.Select(option => option with { Weight = 0, Feedback = null })],
            }),
            Gen.Const(Asking(QuestionType.Essay)),
            Gen.Const(Asking(QuestionType.Description)));
        var whole = from text in asking
                    from stem in prose
                    from explanation in Gen.OneOf(prose, Gen.Const(Prose.Empty))
                    select text with { Stem = stem, Explanation = text.Type == QuestionType.Description ? Prose.Empty : explanation };
        var gap = Gen.OneOf(
            Options(GapText.Select(Prose.OfPlain), Gen.Null(Formatted), (n, count) => LastIsRight(n, count, first: 33.33333m))
                .Select(options => new Gap(QuestionType.SingleChoice, 2, options, [])),
            typed.Select(answers => new Gap(QuestionType.FillIn, 1, [], answers)),
            numbers.Select(answers => new Gap(QuestionType.Numerical, 1, [], answers)));
        var cloze = from gaps in gap.Array[1, 3]
                    from stem in GapText
                    from isFormatted in Gen.Bool
                    from matchesCase in Gen.Bool
                    let marked = string.Concat(gaps.Select((_, n) => $" [[{n + 1}]]"))
                    select Asking(QuestionType.Cloze) with
                    {
                        Stem = isFormatted ? Prose.OfHtml($"<p>{WebUtility.HtmlEncode(stem)} <b>b</b>{marked}</p>") : $"{stem}{marked}",
                        Gaps = gaps,
                        MatchesCase = matchesCase && gaps.Any(g => g.Type == QuestionType.FillIn),
                    };
        return from text in Gen.Frequency((9, whole), (1, cloze))
               from name in Gen.Null(Text)
               from category in Gen.Null(Gen.OneOf("$course$/top/反假货币", "$course$/a:b", "甲~乙"))
               from tags in Gen.OneOf("norm:skill", "difficulty:3", "标签", "a]b").Array[0, 3]
               select new DraftQuestion
               {
                   Position = 0,
                   Line = 0,
                   Name = name,
                   Category = category,
                   Tags = tags,
                   Text = text,
                   Files = QuestionProse.FileNames(text).Count > 0 ? [File] : [],
               };
    }

    private static Gen<IReadOnlyList<Option>> Options(Gen<Prose> prose, Gen<Prose?> feedback, Func<int, int, decimal> weight) =>
        from texts in prose.Array[2, 5].Where(texts => texts.Distinct().Count() == texts.Length)
        from feedbacks in feedback.Array[texts.Length]
        select (IReadOnlyList<Option>)[.. texts.Select((text, n) =>
            new Option($"{(char)('a' + n)}", text, weight(n, texts.Length)) { Feedback = feedbacks[n] })];

    private static decimal LastIsRight(int n, int count, decimal first)
    {
        if (n == count - 1) return 100;
        return n == 0 ? first : 0;
    }

    private static QuestionText Asking(QuestionType type) => new() { Type = type, Stem = "" };
}
