using System.Globalization;
using System.Text;
using System.Text.Json;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;
using CsCheck;

namespace Academy.Tests.Questions;

public class GiftPropertyTests
{
    private const int Samples = 2_000;

    private static readonly string[] Pieces =
    [
        "~", "=", "#", "{", "}", ":", "\\", "\n", "%", "[", "]", "/", "$", "-", ">", "<", " ", "\t", "n", "T", "5",
        "::", "//", "####", "%50%", "[html]", "[plain]", "[id:7]", "[tag:a:b]", "->", "TRUE", "FALSE", "$CATEGORY:", "<b>", "&amp;",
        "_____",
        "假币", "“。”：｛＝｝", "　", "𠮷", "😀", "\0", "\uFFFF", "\uD800", "word",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(Pieces).Array[1, 12]
        .Select(string.Concat)
        .Select(text => text.Trim())
        .Where(text => text.Length > 0);
    private static readonly Gen<string?> Optional = Gen.Null(Texts);

    private static readonly Gen<IReadOnlyList<Option>> Single =
        from options in Choices(0)
        from right in Gen.Int[0, options.Length - 1]
        select (IReadOnlyList<Option>)[.. options.Select((option, n) => option with { Weight = n == right ? 100 : option.Weight })];

    private static readonly Gen<IReadOnlyList<Option>> Multiple =
        from options in Choices(-100)
        from right in Gen.Int[1, options.Length]
        select (IReadOnlyList<Option>)[.. options.Select((option, n) =>
            option with { Weight = n < right ? decimal.Round(100m / right, 5) : option.Weight })];

    private static readonly Gen<IReadOnlyList<Option>> TrueFalse =
        from isTrue in Gen.Bool
        from ifTrue in Optional
        from ifFalse in Optional
        select (IReadOnlyList<Option>)[Side("true", isTrue, ifTrue), Side("false", !isTrue, ifFalse)];

    // An arrow in an answer would make a matching question of it, which no escape prevents.
    private static readonly Gen<IReadOnlyList<TypedAnswer>> Words =
        from texts in Texts.Where(text => !text.Contains("->", StringComparison.Ordinal)).Array[1, 4]
        from weights in Gen.Int[0, 100].Array[texts.Length]
        from feedbacks in Optional.Where(text => text?.Contains("->", StringComparison.Ordinal) != true).Array[texts.Length]
        select (IReadOnlyList<TypedAnswer>)[.. texts.Select((text, n) =>
            new TypedAnswer(text, n == 0 ? 100 : weights[n], null, feedbacks[n]))];

    private static readonly Gen<IReadOnlyList<TypedAnswer>> Numbers =
        from numbers in Gen.Int[-100_000, 100_000].Array[1, 4]
        from tolerances in Gen.Int[0, 500].Array[numbers.Length]
        from feedbacks in Optional.Array[numbers.Length]
        select (IReadOnlyList<TypedAnswer>)[.. numbers.Select((number, n) => new TypedAnswer(
            (number / 100m).ToString(CultureInfo.InvariantCulture), n == 0 ? 100 : 50, tolerances[n] / 100m, feedbacks[n]))];

    private static readonly Gen<IReadOnlyList<Pair>> Pairs =
        from lefts in Texts.Where(text => !text.Contains("->", StringComparison.Ordinal)).Array[2, 5]
            .Where(lefts => lefts.Distinct().Count() == lefts.Length)
        from rights in Texts.Array[lefts.Length]
        from extra in Texts.Array[0, 2]
        select (IReadOnlyList<Pair>)[.. lefts.Zip(rights, (left, right) => new Pair(left, right)),
            .. extra.Select(right => new Pair("", right))];

    private static readonly Gen<DraftQuestion> Asking = Gen.OneOf(
        Single.Select(options => Blank(QuestionType.SingleChoice, text => text with { Options = options })),
        Multiple.Select(options => Blank(QuestionType.MultipleChoice, text => text with { Options = options })),
        TrueFalse.Select(options => Blank(QuestionType.TrueFalse, text => text with { Options = options })),
        Words.Select(answers => Blank(QuestionType.FillIn, text => text with { Answers = answers })),
        Numbers.Select(answers => Blank(QuestionType.Numerical, text => text with { Answers = answers })),
        Pairs.Select(pairs => Blank(QuestionType.Matching, text => text with { Pairs = pairs })),
        Gen.Const(Blank(QuestionType.Essay, text => text)));

    private static readonly Gen<DraftQuestion> Question =
        from asking in Asking
        from name in Optional
        from stem in Texts
        from explanation in Optional
        from tags in Gen.OneOf("norm:skill", "difficulty:2", "标签").Array[0, 3]
        select asking with { Name = name, Tags = tags, Text = asking.Text with { Stem = stem, Explanation = explanation ?? "" } };

    private static readonly Gen<string> Garbage = Gen.OneOf([.. Pieces, "\n", "\n\n", "\r\n", "{", "}"]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Whatever_is_written_reads_back_the_same() => Question.Array[1, 4].Sample(written =>
    {
        var file = GiftReader.Read(
            Encoding.UTF8.GetString(GiftWriter.Write([.. written.Select((question, n) => question with { Id = $"q-{n}" })]).Content));

        Assert.Empty(file.Reported);
        Assert.Equal(
            written.Select((question, n) => Json(question with { Id = $"q-{n}", Position = n + 1 })),
            file.Questions.Select(question => Json(question with { Line = 0 })));
    }, iter: Samples);

    [Fact]
    public void Every_question_of_any_text_is_either_read_or_reported() => Garbage.Sample(text =>
    {
        var file = GiftReader.Read(text);
        var positions = file.Questions
            .Select(question => question.Position)
            .Concat(file.Reported.Select(message => message.Position))
            .Order();

        Assert.Equal(Enumerable.Range(1, file.Questions.Count + file.Reported.Count), positions);
    }, iter: Samples);

    [Fact]
    public void Every_question_and_message_points_at_the_line_where_its_question_starts() => Garbage.Sample(text =>
    {
        var lines = text.Replace("\r\n", "\n").Split('\n');
        var file = GiftReader.Read(text);

        Assert.All([.. file.Questions.Select(question => question.Line), .. file.Reported.Select(message => message.Line)], line =>
        {
            Assert.InRange(line, 1, lines.Length);
            Assert.False(string.IsNullOrWhiteSpace(lines[line - 1]));
        });
    }, iter: Samples);

    [Fact]
    public void Every_question_that_is_read_can_be_asked() => Garbage.Sample(text => Assert.All(GiftReader.Read(text).Questions, question =>
    {
        Assert.False(question.Text.Stem.IsEmpty);
        Assert.True(CanBeAnswered(question));
        Assert.DoesNotContain(QuestionRules.Problems(question.Text), p => p.Kind != QuestionProblemKind.EverythingRewarded);
        Assert.Distinct(question.Text.Options.Select(option => option.Key));
        Assert.Distinct(question.Text.Options.Select(option => option.Text));
    }), iter: Samples);

    private static bool CanBeAnswered(DraftQuestion question) => question.Type switch
    {
        QuestionType.SingleChoice or QuestionType.MultipleChoice or QuestionType.TrueFalse => question.Text.Options.Count >= 2
            && question.Text.Options.Any(option => option.IsRight),
        QuestionType.FillIn => question.Text.Answers.Any(answer => answer.Weight > 0)
            && question.Text.Answers.All(answer => answer.Text.Length > 0),
        QuestionType.Numerical => question.Text.Answers.Any(answer => answer.Weight > 0)
            && question.Text.Answers.All(answer => answer.Tolerance is >= 0 || answer is { Text: "*", Weight: <= 0 }),
        QuestionType.Matching => question.Text.Pairs.Count(pair => !pair.Left.IsEmpty) >= 2
            && question.Text.Pairs.All(pair => !pair.Right.IsEmpty),
        _ => true,
    };

    private static DraftQuestion Blank(QuestionType type, Func<QuestionText, QuestionText> with) =>
        new() { Position = 0, Line = 0, Text = with(new QuestionText { Type = type, Stem = "" }) };

    private static Gen<Option[]> Choices(decimal wrong) =>
        from texts in Texts.Array[2, 6].Where(texts => texts.Distinct().Count() == texts.Length)
        from feedbacks in Optional.Array[texts.Length]
        select texts.Select((text, n) => new Option($"{(char)('a' + n)}", text, wrong) { Feedback = feedbacks[n] }).ToArray();

    private static Option Side(string key, bool isRight, string? feedback) => new(key, key, isRight ? 100 : 0) { Feedback = feedback };

    private static string Json(DraftQuestion question) => JsonSerializer.Serialize(question);
}
