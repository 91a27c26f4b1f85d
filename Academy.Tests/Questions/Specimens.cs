using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using CsCheck;

namespace Academy.Tests.Questions;

/// <summary>Questions that exist only to be answered and marked.</summary>
internal static class Specimens
{
    public static readonly QuestionText Single = Of(QuestionType.SingleChoice, ["a", "b", "c", "d"], ["b"]);
    public static readonly QuestionText Multiple = Of(QuestionType.MultipleChoice, ["a", "b", "c", "d"], ["a", "c"]);
    public static readonly QuestionText TrueFalse = Of(QuestionType.TrueFalse, ["true", "false"], ["false"]);
    public static readonly QuestionText Essay =
        new() { Type = QuestionType.Essay, Stem = "Why?", Criteria = [new("Names the risk", 3, ["risk"]), new("Says what to do", 2, [])] };

    public static readonly QuestionText ShortAnswer = Essay with { Type = QuestionType.ShortAnswer };

    public static readonly QuestionText Ordering = new()
    {
        Type = QuestionType.Ordering,
        Stem = "In which order?",
        Options =
        [
            new("a", "third by letter", 0),
            new("b", "first by letter", 0),
            new("c", "second by letter", 0),
            new("d", "again another", 0),
        ],
    };

    public static readonly QuestionText Matching = new()
    {
        Type = QuestionType.Matching,
        Stem = "What belongs together?",
        Pairs = [new("France", "Paris"), new("Italy", "Rome"), new("Old Italy", "Rome"), new("", "Bern")],
    };

    public static readonly QuestionText Word =
        new() { Type = QuestionType.FillIn, Stem = "It is [[1]].", Answers = [new("银行卡", 100), new("卡", 50)] };
    public static readonly QuestionText Number =
        new() { Type = QuestionType.Numerical, Stem = "How many?", Answers = [new("1234.5", 100, 0.5m), new("1200", 40, 0)] };

    public static readonly QuestionText Cloze = new()
    {
        Type = QuestionType.Cloze,
        Stem = "First [[1]], then [[2]], at last [[3]].",
        Gaps =
        [
            new(QuestionType.FillIn, 1, [], [new("one", 100), new("uno", 50)]),
            new(QuestionType.SingleChoice, 2, [new("a", "red", 100), new("b", "blue", 0)], []),
            new(QuestionType.Numerical, 3, [], [new("7", 100, 0)]),
        ],
    };

    public static readonly QuestionText Case = new()
    {
        Type = QuestionType.Case,
        Stem = "A customer comes in.",
        Parts = [Single with { Points = 2 }, new() { Type = QuestionType.Description, Stem = "An hour later." }, Word with { Points = 1 }],
    };

    public static readonly IReadOnlyList<QuestionText> All =
    [
        Single, Multiple, TrueFalse, Word, Number, Matching, Ordering, ShortAnswer, Essay, Cloze,
    ];

    /// <summary>Those that the machine marks.</summary>
    public static readonly Gen<QuestionText> Marked =
        Gen.OneOf(Multiples(), Orderings(), Matchings(), Clozes(), Gen.OneOf(Single, TrueFalse, Word, Number, Multiple));

    public static QuestionText Of(QuestionType type, IEnumerable<string> keys, IReadOnlyCollection<string> right) => new()
    {
        Type = type,
        Stem = "Which of them?",
        Options = [.. keys.Select(key => new Option(key, $"Option {key}", right.Contains(key) ? 100 : 0))],
        Explanation = "Because.",
        Topic = "manners/greeting",
        Norm = "conduct",
    };

    public static QuestionText Of(QuestionType type) => All.Single(question => question.Type == type);

    /// <summary>An answer that earns all points.</summary>
    public static Answer RightAnswer(this QuestionText question) => question.Shape switch
    {
        AnswerShape.Order => Answer.Of(question, question.RightOrder())!,
        AnswerShape.Choice or AnswerShape.Choices => Answer.Of(question, [.. question.RightOptions().Select(o => o.Key)])!,
        _ => Answer.Of(question, question.Fields().ToDictionary(field => field.Key, field => RightIn(question, field)))!,
    };

    /// <summary>Some answer, right or wrong, whole or not.</summary>
    public static Gen<Answer> AnswersTo(QuestionText question) => question.Shape switch
    {
        AnswerShape.Choice => Gen.OneOf([.. question.Choices()]).Select(option => Answer.Of(question, [option.Key])!),
        AnswerShape.Choices => Gen.Shuffle(question.Choices().Select(o => o.Key).ToArray(), 0, question.Choices().Count)
            .Select(keys => Answer.Of(question, keys)!),
        AnswerShape.Order => Gen.Shuffle(question.Choices().Select(o => o.Key).ToArray()).Select(keys => Answer.Of(question, keys)!),
        _ => Gen.Int.Select(seed => Answer.Of(
            question,
            question.Fields().ToDictionary(field => field.Key, field => Some(question, field, new Random(seed + field.Index))))!),
    };

    private static string Some(QuestionText question, AnswerField field, Random random)
    {
        if (random.Next(4) == 0) return "";
        if (random.Next(2) == 0) return RightIn(question, field);
        return field.IsChosen ? field.Choices[random.Next(field.Choices.Count)].Key : $"{random.Next(2_000)}";
    }

    private static string RightIn(QuestionText question, AnswerField field)
    {
        if (question.Type == QuestionType.Matching) return field.Choices.Single(c => c.Text == question.Rows()[field.Index].Right).Key;
        if (question.IsMarkedByPerson) return "Because of the risk.";
        var gap = question.Blanks()[field.Index];
        return gap.Options.MaxBy(o => o.Weight)?.Key ?? gap.Answers.MaxBy(a => a.Weight)!.Text;
    }

    private static Gen<QuestionText> Multiples() =>
        from keys in Gen.Int[2, 6].Select(count => Enumerable.Range(0, count).Select(OptionKeys.At).ToArray())
        from right in Gen.Shuffle(keys, 1, keys.Length)
        from wrongWeight in Gen.OneOf(0m, -100m, -33.33333m)
        select Of(QuestionType.MultipleChoice, keys, right) with
        {
            Options = [.. keys.Select(key =>
                new Option(key, $"Option {key}", right.Contains(key) ? Math.Round(100m / right.Length, 5) : wrongWeight))],
        };

    private static Gen<QuestionText> Orderings() =>
        Gen.Int[2, 7].SelectMany(count => Gen.Shuffle(Enumerable.Range(0, count).ToArray()))
            .Select(numbers =>
                Ordering with { Options = [.. numbers.Select((number, index) => new Option(OptionKeys.At(index), $"Step {number}", 0))] });

    private static Gen<QuestionText> Matchings() =>
        Gen.Int[1, 4].Array[1, 6].Select(rights => Matching with
        {
            Pairs = [.. rights.Select((right, index) => new Pair($"Left {index}", $"Right {right}")), new Pair("", "Right 9")],
        });

    private static Gen<QuestionText> Clozes() =>
        Gen.Int[1, 9].Array[2, 5]
            .Select(points => Cloze with { Gaps = [.. points.Select((worth, index) => Cloze.Gaps[index % 3] with { Points = worth })] });
}
