using System.Text.Json.Serialization;
using Academy.Domain.Data;

namespace Academy.Domain.Questions.Texts;

/// <summary>What a question says, asks for and teaches. Which of the lists are filled follows from its type.</summary>
public sealed record QuestionText
{
    public required QuestionType Type { get; init; }

    /// <summary>The question; of a case the material that its parts ask about.</summary>
    public required Prose Stem { get; init; }

    /// <summary>What is chosen from, or put in order: then they stand in the right one.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>What may be typed where there is one place to type in: a number, or the only gap of a fill-in.</summary>
    public IReadOnlyList<TypedAnswer> Answers { get; init; } = [];

    public IReadOnlyList<Pair> Pairs { get; init; } = [];

    /// <summary>The gaps of a cloze, and of a fill-in that has several.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>Key points of a short answer, rubric of an essay.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>The questions of a case; never cases themselves.</summary>
    public IReadOnlyList<QuestionText> Parts { get; init; } = [];

    /// <summary>Whether typed words must agree in upper and lower case.</summary>
    public bool MatchesCase { get; init; }

    /// <summary>What the source says it is worth; null when it does not say. Of a part, its worth beside the other parts.</summary>
    public decimal? Points { get; init; }

    public Prose Explanation { get; init; } = Prose.Empty;

    /// <summary>The clause that teaches it, as <c>course/clause</c>.</summary>
    public string? Topic { get; init; }

    /// <summary>1 recall, 2 plain case, 3 judgment.</summary>
    public int Difficulty { get; init; } = 2;

    /// <summary>The service norm it belongs to.</summary>
    public string? Norm { get; init; }

    /// <summary>The places to fill in, however many they are.</summary>
    public IReadOnlyList<Gap> Blanks() => Type switch
    {
        QuestionType.FillIn or QuestionType.Cloze when Gaps.Count > 0 => Gaps,
        QuestionType.FillIn or QuestionType.Numerical => [new Gap(Type, 1, [], Answers)],
        _ => [],
    };

    /// <summary>Itself, or one of its parts.</summary>
    public QuestionText At(int? part) => part is { } index ? Parts[index] : this;

    /// <summary>The same with what another says of its worth and place.</summary>
    public QuestionText WithBackgroundOf(QuestionText other) =>
        this with { Points = other.Points, Topic = other.Topic, Difficulty = other.Difficulty, Norm = other.Norm };

    /// <summary>All that whoever answers may read, the question first.</summary>
    public string Wording() => string.Join('\n',
    [
        Stem.Plain,
        .. Options.Select(option => option.Text.Plain),
        .. Pairs.SelectMany(pair => new[] { pair.Left.Plain, pair.Right.Plain }),
        .. Gaps.SelectMany(gap => gap.Options).Select(option => option.Text.Plain),
        .. Parts.Select(part => part.Wording()),
    ]);

    /// <summary>Whether only a person can tell what an answer is worth.</summary>
    [JsonIgnore]
    public bool IsMarkedByPerson => Type is QuestionType.ShortAnswer or QuestionType.Essay;

    /// <summary>The digests of the stored files that any of its texts shows or plays.</summary>
    public IReadOnlyCollection<string> StoredFiles()
    {
        var digests = new HashSet<string>();
        Rewrite(prose =>
        {
            digests.UnionWith(prose.StoredFiles);
            return prose;
        });
        return digests;
    }

    /// <summary>The same with each of its texts rewritten.</summary>
    public QuestionText Rewrite(Func<Prose, Prose> rewrite) => this with
    {
        Stem = rewrite(Stem),
        Options = Rewrite(Options, rewrite),
        Answers = Rewrite(Answers, rewrite),
        Pairs = [.. Pairs.Select(pair => new Pair(rewrite(pair.Left), rewrite(pair.Right)))],
        Gaps = [.. Gaps.Select(gap => gap with { Options = Rewrite(gap.Options, rewrite), Answers = Rewrite(gap.Answers, rewrite) })],
        Parts = [.. Parts.Select(part => part.Rewrite(rewrite))],
        Explanation = rewrite(Explanation),
    };

    public bool Equals(QuestionText? other) => other is not null && JsonColumns.TextOf(this) == JsonColumns.TextOf(other);

    public override int GetHashCode() => HashCode.Combine(Type, Stem.Plain);

    private static IReadOnlyList<Option> Rewrite(IReadOnlyList<Option> options, Func<Prose, Prose> rewrite) =>
        [.. options.Select(option =>
            option with { Text = rewrite(option.Text), Feedback = option.Feedback is null ? null : rewrite(option.Feedback) })];

    private static IReadOnlyList<TypedAnswer> Rewrite(IReadOnlyList<TypedAnswer> answers, Func<Prose, Prose> rewrite) =>
        [.. answers.Select(answer => answer with { Feedback = answer.Feedback is null ? null : rewrite(answer.Feedback) })];
}
