using System.Text.Json.Serialization;
using Academy.Domain.Data;
using Academy.Domain.Questions;

namespace Academy.Domain.Quizzes;

/// <summary>
/// One section of a paper: either the named questions, or as many of a type as are to be drawn from the named banks.
/// Each is worth the same.
/// </summary>
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

    /// <summary>Whether the question may be drawn here. Its bank and tags must be there.</summary>
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

    /// <summary>Whether both make papers in the same way.</summary>
    public bool IsLike(Blueprint other) => JsonColumns.TextOf(this) == JsonColumns.TextOf(other);

    /// <summary>
    /// Makes one person's paper. Sections stay in order; within them questions and options are shuffled as the
    /// blueprint says. No question comes twice. Fails when the banks hold too few questions.
    /// </summary>
    public IReadOnlyList<Slot> DrawPaper(IReadOnlyCollection<QuestionVersion> inForce, Random random)
    {
        var slots = new List<Slot>();
        var used = Sections.Where(s => s.IsFixed).SelectMany(s => Named(s, inForce)).Select(v => v.QuestionId).ToHashSet();
        foreach (var section in Sections)
        {
            var drawn = (section.IsFixed ? Named(section, inForce) : Drawn(section, inForce, used, random)).ToArray();
            if (drawn.Length < section.Count) throw new InvalidOperationException($"{section.Count} questions of type {section.Type} are asked for, {drawn.Length} are there.");
            if (ShufflesQuestions) random.Shuffle(drawn);
            foreach (var version in drawn)
            {
                used.Add(version.QuestionId);
                slots.Add(new Slot(slots.Count + 1, version, null, OptionOrder(version.Text, random), section.PointsEach));
            }
        }

        return slots;
    }

    private static IEnumerable<QuestionVersion> Named(Section section, IReadOnlyCollection<QuestionVersion> inForce)
    {
        var byKey = inForce.ToDictionary(v => v.Question.Key);
        return section.Questions.Where(byKey.ContainsKey).Select(key => byKey[key]);
    }

    private static IEnumerable<QuestionVersion> Drawn(
        Section section, IReadOnlyCollection<QuestionVersion> inForce, HashSet<long> used, Random random)
    {
        var candidates = inForce
            .Where(v => section.Holds(v) && !used.Contains(v.QuestionId))
            .OrderBy(v => v.QuestionId).ToArray();
        random.Shuffle(candidates);
        return candidates.Take(section.Draw);
    }

    private string[] OptionOrder(QuestionText question, Random random)
    {
        var keys = question.Options.Select(o => o.Key).ToArray();
        if (ShufflesOptions && question.Type != QuestionType.TrueFalse) random.Shuffle(keys);
        return keys;
    }
}
