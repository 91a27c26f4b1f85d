using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Opening;

/// <summary>A bank of question types that GIFT cannot write; the slug is the file's name.</summary>
internal sealed record BankSource
{
    public required string Title { get; init; }
    public required List<QuestionSource> Questions { get; init; }
}

internal sealed record QuestionSource
{
    public string Key { get; init; } = "";
    public string? Name { get; init; }
    public required QuestionType Type { get; init; }
    public required string Stem { get; init; }
    public string? Clause { get; init; }
    public int Difficulty { get; init; } = 2;
    public string? Norm { get; init; }
    public string Explanation { get; init; } = "";
    public decimal? Points { get; init; }

    /// <summary>Of a statement, whether it is true.</summary>
    public bool Answer { get; init; }
    public List<OptionSource> Options { get; init; } = [];
    public List<string> Order { get; init; } = [];
    public List<string> Answers { get; init; } = [];
    public decimal Tolerance { get; init; }
    public List<PairSource> Pairs { get; init; } = [];
    public List<GapSource> Gaps { get; init; } = [];
    public List<CriterionSource> Criteria { get; init; } = [];
    public List<QuestionSource> Parts { get; init; } = [];

    public QuestionText ToText() => new()
    {
        Type = Type,
        Stem = Prose.OfPlain(Stem.TrimEnd()),
        Options = Type == QuestionType.TrueFalse
            ? VerdictWords.Options(Answer)
            : OptionSource.ToOptions([.. Options, .. Order.Select(text => new OptionSource { Text = text })]),
        Answers = GapSource.ToAnswers(Type, Answers, Tolerance),
        Pairs = [.. Pairs.Select(pair => new Pair(pair.Left, pair.Right))],
        Gaps = [.. Gaps.Select(gap => gap.ToGap())],
        Criteria = [.. Criteria.Select(c => new Criterion(c.Text, c.Points, c.Words))],
        Parts = [.. Parts.Select(part => part.ToText())],
        Points = Points,
        Explanation = Prose.OfPlain(Explanation),
        Topic = Clause,
        Difficulty = Difficulty,
        Norm = Norm,
    };
}

internal sealed record OptionSource
{
    public required string Text { get; init; }
    public decimal Weight { get; init; }

    public static IReadOnlyList<Option> ToOptions(IEnumerable<OptionSource> options) =>
        [.. options.Select((option, index) => new Option(OptionKeys.At(index), option.Text, option.Weight))];
}

internal sealed record PairSource
{
    public required string Left { get; init; }
    public required string Right { get; init; }
}

internal sealed record GapSource
{
    public QuestionType Type { get; init; } = QuestionType.FillIn;
    public decimal Points { get; init; } = 1;
    public List<OptionSource> Options { get; init; } = [];
    public List<string> Answers { get; init; } = [];
    public decimal Tolerance { get; init; }

    public Gap ToGap() => new(Type, Points, OptionSource.ToOptions(Options), ToAnswers(Type, Answers, Tolerance));

    public static IReadOnlyList<TypedAnswer> ToAnswers(QuestionType type, IEnumerable<string> answers, decimal tolerance) =>
        [.. answers.Select(answer => new TypedAnswer(answer, 100, type == QuestionType.Numerical ? tolerance : null))];
}

internal sealed record CriterionSource
{
    public required string Text { get; init; }
    public decimal Points { get; init; } = 1;
    public List<string> Words { get; init; } = [];
}
