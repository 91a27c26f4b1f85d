using System.Text.Json.Serialization;
using Academy.Domain.Data;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>
/// One section of a paper: either the named questions, or as many of a type as are to be drawn from the named banks.
/// Each is worth the same; a case is one question, whose parts share its points.
/// </summary>
/// <param name="Type">What kind of question is drawn.</param>
/// <param name="PointsEach">What each is worth.</param>
/// <param name="Banks">The banks that are drawn from, by slug.</param>
/// <param name="Draw">How many are drawn.</param>
/// <param name="Questions">The named ones, each as a <see cref="QuestionName"/>.</param>
public sealed record Section(
    QuestionType Type, Points PointsEach, IReadOnlyList<string> Banks, int Draw, IReadOnlyList<string> Questions)
{
    /// <summary>Only from these drawers of the banks; empty for from anywhere.</summary>
    public IReadOnlyList<long> Categories { get; init; } = [];

    /// <summary>Only what is filed under one of these words; empty for whatever it is filed under.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    [JsonIgnore]
    public bool IsFixed => Questions.Count > 0;

    [JsonIgnore]
    public int Count => IsFixed ? Questions.Count : Draw;

    [JsonIgnore]
    public Points Worth => new(PointsEach.Hundredths * Count);

    [JsonIgnore]
    public IEnumerable<QuestionName> Names => Questions.Select(QuestionName.Parse);

    /// <summary>Whether it may ask this version. What asks for nothing is never drawn.</summary>
    public bool Takes(QuestionVersion version)
    {
        if (version.Type == QuestionType.Description) return false;
        return IsFixed ? Names.Any(name => name.Means(version)) : version.IsCurrent && Holds(version);
    }

    /// <summary>Whether it is in what this section draws from. Its bank and tags must be there.</summary>
    public bool Holds(QuestionVersion version) =>
        version.Type == Type && Banks.Contains(version.Question.Bank.Slug)
        && (Categories.Count == 0 || (version.Question.CategoryId is { } category && Categories.Contains(category)))
        && (Tags.Count == 0 || version.Question.Tags.Any(t => Tags.Contains(t.Tag)));
}

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

    [JsonIgnore]
    public IReadOnlyList<QuestionName> Names => [.. Sections.SelectMany(s => s.Names)];

    /// <summary>Whether both make papers in the same way.</summary>
    public bool IsLike(Blueprint other) => JsonColumns.TextOf(this) == JsonColumns.TextOf(other);

    /// <summary>
    /// Makes one person's paper. Sections stay in order; within them questions and options are shuffled as the
    /// blueprint says, and the parts of a case stay together. No question comes twice. Null when there are too few.
    /// </summary>
    public IReadOnlyList<Slot>? DrawPaper(IReadOnlyCollection<QuestionVersion> supply, Random random)
    {
        var slots = new List<Slot>();
        var named = Names.Select(name => name.Key).ToHashSet();
        var used = supply.Where(v => named.Contains(v.Question.Key)).Select(v => v.QuestionId).ToHashSet();
        foreach (var section in Sections)
        {
            var drawn = (section.IsFixed ? Named(section, supply) : Drawn(section, supply, used, random)).ToArray();
            if (drawn.Length < section.Count) return null;
            if (ShufflesQuestions) random.Shuffle(drawn);
            foreach (var version in drawn)
            {
                used.Add(version.QuestionId);
                slots.AddRange(SlotsOf(version, section.PointsEach, slots.Count + 1, random));
            }
        }

        return slots;
    }

    private static IEnumerable<QuestionVersion> Named(Section section, IReadOnlyCollection<QuestionVersion> supply) =>
        section.Names.Select(name => supply.FirstOrDefault(v => name.Means(v) && section.Takes(v))).OfType<QuestionVersion>();

    private static IEnumerable<QuestionVersion> Drawn(
        Section section, IReadOnlyCollection<QuestionVersion> supply, HashSet<long> used, Random random)
    {
        var candidates = supply.Where(v => section.Takes(v) && !used.Contains(v.QuestionId)).OrderBy(v => v.QuestionId).ToArray();
        random.Shuffle(candidates);
        return candidates.Take(section.Draw);
    }

    private IEnumerable<Slot> SlotsOf(QuestionVersion version, Points worth, int number, Random random)
    {
        if (version.Type != QuestionType.Case) return [new Slot(number, version, null, OptionOrder(version.Text, random), worth)];

        var parts = version.Text.Parts.Index().Where(part => part.Item.IsAnswered).ToList();
        var worths = worth.Split([.. parts.Select(part => part.Item.Points ?? 1)]);
        return [.. parts.Select((part, index) => new Slot(number + index, version, part.Index, OptionOrder(part.Item, random), worths[index]))];
    }

    private List<string> OptionOrder(QuestionText question, Random random) => question.Type switch
    {
        QuestionType.Matching => Shuffled(question.Choices(), "", random),
        QuestionType.Ordering => Disordered(question, random),
        QuestionType.TrueFalse => [.. question.Options.Select(o => o.Key)],
        _ => [.. Shuffled(question.Options, "", random), .. question.Fields().SelectMany(field => Shuffled(field.Choices, field.Key + "-", random))],
    };

    private List<string> Shuffled(IReadOnlyList<Option> options, string prefix, Random random)
    {
        var keys = options.Select(o => prefix + o.Key).ToArray();
        if (ShufflesOptions) random.Shuffle(keys);
        return [.. keys];
    }

    /// <summary>Always shuffled, and never as it should be.</summary>
    private static List<string> Disordered(QuestionText question, Random random)
    {
        var keys = question.RightOrder().ToArray();
        random.Shuffle(keys);
        return keys.SequenceEqual(question.RightOrder()) ? [.. keys.Skip(1), .. keys.Take(1)] : [.. keys];
    }
}
