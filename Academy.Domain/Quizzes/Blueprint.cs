using System.Text.Json.Serialization;
using Academy.Domain.Data;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>What sections choose a question in force by.</summary>
public sealed record Drawable(long Id, QuestionType Type, string Bank, long? CategoryId, IReadOnlyCollection<string> Tags);

/// <summary>
/// One section of a paper: either the named questions, or as many of a type as are to be drawn from the named banks.
/// Each is worth the same; a case is one question, whose parts share its points.
/// </summary>
/// <param name="Type">What kind of question is drawn.</param>
/// <param name="PointsEach">What each is worth.</param>
/// <param name="Banks">The banks that are drawn from, by slug; where questions are named, none is any bank.</param>
/// <param name="Draw">How many are drawn.</param>
/// <param name="Questions">The named ones, each as a <see cref="QuestionName"/>.</param>
public sealed record Section(
    QuestionType Type, Points PointsEach, IReadOnlyList<string> Banks, int Draw, IReadOnlyList<string> Questions)
{
    private IReadOnlyList<QuestionName>? names;

    /// <summary>Only from these drawers of the banks; empty for from anywhere.</summary>
    public IReadOnlyList<long> Categories { get; init; } = [];

    /// <summary>Only what is filed under one of these words; empty for whatever it is filed under.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The keys of the questions that it names.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Keys => [.. Names.Select(name => name.Key).Distinct()];

    /// <summary>The named ones, read once.</summary>
    [JsonIgnore]
    public IReadOnlyList<QuestionName> Names => names ??= [.. Questions.Select(QuestionName.Parse)];

    public IReadOnlyList<string> Questions
    {
        get;
        init
        {
            field = value;
            names = null;
        }
    } = Questions;

    [JsonIgnore]
    public bool IsFixed => Questions.Count > 0;

    [JsonIgnore]
    public int Count => IsFixed ? Questions.Count : Draw;

    [JsonIgnore]
    public Points Worth => new(PointsEach.Hundredths * Count);

    /// <summary>Whether it may ask a question that it names while that lies in this bank.</summary>
    public bool NamesIn(string bank) => Banks.Count == 0 || Banks.Contains(bank);

    /// <summary>Whether it draws from such questions, as <see cref="SupplyQueries"/> says to the store.</summary>
    public bool Draws(Drawable question) => !IsFixed
        && Type == question.Type && Type != QuestionType.Description
        && Banks.Contains(question.Bank)
        && (Categories.Count == 0 || (question.CategoryId is { } drawer && Categories.Contains(drawer)))
        && (Tags.Count == 0 || question.Tags.Any(Tags.Contains));
}

/// <summary>A version that a paper got drawn, and what it is worth there.</summary>
public sealed record Drawn(long VersionId, Points Worth);

/// <summary>How a paper is made (组卷规则).</summary>
public sealed record Blueprint(IReadOnlyList<Section> Sections, bool ShufflesQuestions, bool ShufflesOptions)
{
    [JsonIgnore]
    public int Count => Sections.Sum(s => s.Count);

    [JsonIgnore]
    public Points Worth => Sections.Sum(s => s.Worth);

    /// <summary>The banks that it draws from.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Banks => [.. Sections.SelectMany(s => s.Banks).Distinct()];

    /// <summary>The keys of the questions that it names.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Keys => [.. Names.Select(name => name.Key).Distinct()];

    [JsonIgnore]
    public IReadOnlyList<QuestionName> Names => [.. Sections.SelectMany(s => s.Names)];

    /// <summary>Whether both make papers in the same way.</summary>
    public bool IsLike(Blueprint other) => JsonColumns.TextOf(this) == JsonColumns.TextOf(other);

    /// <summary>
    /// Draws what one person is asked. Sections stay in order; within them questions are shuffled as the blueprint says.
    /// No question comes twice. Null when there are too few.
    /// </summary>
    public IReadOnlyList<Drawn>? Draw(Supply supply, Random random)
    {
        var drawn = new List<Drawn>(Count);
        var used = new HashSet<long>();
        foreach (var (index, section) in Sections.Index())
        {
            var asked = section.IsFixed ? supply.NamedBy(section) : DrawnFrom(supply.Pools[index], section.Draw, used, random);
            if (asked.Length < section.Count) return null;
            if (ShufflesQuestions) random.Shuffle(asked);
            used.UnionWith(asked.Select(candidate => candidate.QuestionId));
            drawn.AddRange(asked.Select(candidate => new Drawn(candidate.VersionId, section.PointsEach)));
        }

        return drawn;
    }

    /// <summary>
    /// Lays out a paper of what was drawn: options are shuffled as the blueprint says, and the parts of a case stay together.
    /// </summary>
    public IReadOnlyList<Slot> LayOut(IReadOnlyList<Drawn> drawn, IReadOnlyDictionary<long, QuestionVersion> versions, Random random)
    {
        var slots = new List<Slot>(drawn.Count);
        foreach (var (versionId, worth) in drawn) slots.AddRange(SlotsOf(versions[versionId], worth, slots.Count + 1, random));
        return slots;
    }

    /// <summary>So many of a pool, in the order drawn; fewer when there are no more.</summary>
    private static Candidate[] DrawnFrom(IReadOnlyList<Candidate> pool, int count, HashSet<long> used, Random random)
    {
        var left = pool.Where(candidate => !used.Contains(candidate.QuestionId)).ToArray();
        var drawn = Math.Min(count, left.Length);
        for (var at = 0; at < drawn; at++)
        {
            var other = random.Next(at, left.Length);
            (left[at], left[other]) = (left[other], left[at]);
        }

        return left[..drawn];
    }

    private IEnumerable<Slot> SlotsOf(QuestionVersion version, Points worth, int number, Random random)
    {
        if (version.Type != QuestionType.Case) return [new Slot(number, version, null, OptionOrder(version.Text, random), worth)];

        var parts = version.Text.Parts.Index().Where(part => part.Item.IsAnswered).ToList();
        var worths = worth.Split([.. parts.Select(part => part.Item.Points ?? 1)]);
        return
        [
            .. parts.Select((part, index) =>
                new Slot(number + index, version, part.Index, OptionOrder(part.Item, random), worths[index])),
        ];
    }

    private List<string> OptionOrder(QuestionText question, Random random) => question.Type switch
    {
        QuestionType.Matching => Shuffled(question.Choices(), "", random),
        QuestionType.Ordering => InAnyOrder(question.Choices(), "", random),
        QuestionType.TrueFalse => [.. question.Options.Select(o => o.Key)],
        _ =>
        [
            .. Shuffled(question.Options, "", random),
            .. question.Fields().SelectMany(field => Shuffled(field.Choices, field.Key + "-", random)),
        ],
    };

    private List<string> Shuffled(IReadOnlyList<Option> options, string prefix, Random random) =>
        ShufflesOptions ? InAnyOrder(options, prefix, random) : [.. options.Select(o => prefix + o.Key)];

    /// <summary>
    /// Each order comes as often as another; of things to put in order the right one, too, so that what is shown tells nothing.
    /// </summary>
    private static List<string> InAnyOrder(IReadOnlyList<Option> options, string prefix, Random random)
    {
        var keys = options.Select(o => prefix + o.Key).ToArray();
        random.Shuffle(keys);
        return [.. keys];
    }
}
