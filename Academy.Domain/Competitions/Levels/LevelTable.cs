using Academy.Domain.Competitions.Drills;

namespace Academy.Domain.Competitions.Levels;

/// <summary>A level and the score that it takes.</summary>
/// <param name="Number">1 is the highest.</param>
/// <param name="Score">The least that is enough, or the longest time.</param>
public sealed record Level(int Number, int Score);

/// <summary>
/// What it takes to be on a level (达标等级): for each discipline the scores of its levels, the highest level first. Banks set them
/// differently, so they come from the content: sums, seconds, or keys a minute.
/// </summary>
public sealed class LevelTable
{
    private readonly Dictionary<string, List<Level>> levels;

    /// <param name="thresholds">By the slug of a discipline, the levels from the highest down.</param>
    /// <exception cref="FormatException">A discipline that is none, or a level that takes more than a higher one.</exception>
    public LevelTable(IReadOnlyDictionary<string, List<decimal>> thresholds) => levels = thresholds.ToDictionary(
        pair => pair.Key,
        pair => LevelsOf(Discipline.Named(pair.Key) ?? throw new FormatException($"{pair.Key} is no drill."), pair.Value));

    /// <summary>The level that a score is on; null below all, and where a discipline has none.</summary>
    public Level? Of(Discipline discipline, int score) => LevelsOf(discipline).FirstOrDefault(level => Reaches(discipline, score, level));

    /// <summary>The next level up from a score; null on the highest, and where a discipline has none.</summary>
    public Level? Above(Discipline discipline, int score) =>
        LevelsOf(discipline).LastOrDefault(level => !Reaches(discipline, score, level));

    /// <summary>How many levels a discipline has.</summary>
    public int CountOf(Discipline discipline) => LevelsOf(discipline).Count;

    /// <summary>The level of that number; null where there is none.</summary>
    public Level? Numbered(Discipline discipline, int number) => LevelsOf(discipline).Find(level => level.Number == number);

    private List<Level> LevelsOf(Discipline discipline) => levels.GetValueOrDefault(discipline.Slug, []);

    private static bool Reaches(Discipline discipline, int score, Level level) => discipline.Reaches(score, level.Score);

    private static List<Level> LevelsOf(Discipline discipline, List<decimal> thresholds)
    {
        var found = thresholds.Select((threshold, i) => new Level(i + 1, discipline.ScoreOf(threshold))).ToList();
        foreach (var (higher, lower) in found.Zip(found.Skip(1)))
        {
            if (lower.Score == higher.Score || Reaches(discipline, lower.Score, higher))
                throw new FormatException($"{discipline.Slug}: level {lower.Number} takes as much as level {higher.Number}.");
        }

        return found;
    }
}
