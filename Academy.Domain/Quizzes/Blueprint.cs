using System.Text.Json.Serialization;
using Academy.Domain.Questions;

namespace Academy.Domain.Quizzes;

/// <summary>
/// One section of a paper: either the named questions, or as many of a type as are to be drawn from the named banks.
/// Each is worth the same.
/// </summary>
public sealed record Section(
    QuestionType Type, Points PointsEach, IReadOnlyList<string> Banks, int Draw, IReadOnlyList<string> Questions)
{
    [JsonIgnore]
    public bool IsFixed => Questions.Count > 0;

    [JsonIgnore]
    public int Count => IsFixed ? Questions.Count : Draw;

    [JsonIgnore]
    public Points Worth => new(PointsEach.Hundredths * Count);
}

/// <summary>How a paper is made (组卷规则).</summary>
public sealed record Blueprint(IReadOnlyList<Section> Sections, bool ShufflesQuestions, bool ShufflesOptions)
{
    [JsonIgnore]
    public int Count => Sections.Sum(s => s.Count);

    [JsonIgnore]
    public Points Worth => Sections.Sum(s => s.Worth);

    /// <summary>
    /// Makes one person's paper. Sections stay in order; within them questions and options are shuffled as the
    /// blueprint says. No question comes twice. Fails when the banks hold too few questions.
    /// </summary>
    public IReadOnlyList<Slot> DrawPaper(IReadOnlyCollection<QuestionVersion> inForce, Random random)
    {
        var slots = new List<Slot>();
        var used = new HashSet<long>();
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
            .Where(v => v.Type == section.Type && section.Banks.Contains(v.Question.Bank.Slug) && !used.Contains(v.QuestionId))
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
