using System.Globalization;
using System.Text;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>Difficulty as 1, 2 or 3, from 易/中/难, levels of 1 to 5, stars or the share of people who get it right.</summary>
internal static class DifficultyWords
{
    private static readonly Dictionary<string, int> Words =
        new[] { "易 容易 较易 简单 低 初级 EASY LOW", "中 中等 一般 适中 普通 中级 MEDIUM NORMAL", "难 较难 困难 高 高级 HARD DIFFICULT HIGH" }
            .Index().SelectMany(level => level.Item.Split(' ').Select(word => (word, level.Index + 1))).ToDictionary();

    /// <summary>Null when it says nothing that is known.</summary>
    /// <param name="written">As it stands in the file.</param>
    /// <param name="ofFive">Whether numbers go up to 5 rather than 3.</param>
    public static int? Of(string written, bool ofFive)
    {
        var word = written.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
        if (Words.TryGetValue(word, out var level)) return level;
        if (word.Length > 0 && word.All(c => c is '★' or '☆')) return Level(word.Count(c => c == '★'), ofFive);
        if (!decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        if (number is > 0 and < 1) return Share(number);
        return number == decimal.Truncate(number) ? Level((int)Math.Min(number, 9), ofFive) : null;
    }

    public static bool IsOfFive(string written) => written.Normalize(NormalizationForm.FormKC).Trim() is "4" or "5"
        || written.Count(c => c is '★' or '☆') > 3;

    private static int? Level(int number, bool ofFive) => number switch
    {
        < 1 or > 5 => null,
        <= 2 when ofFive => 1,
        3 when ofFive => 2,
        _ when ofFive => 3,
        <= 3 => number,
        _ => null,
    };

    private static int Share(decimal right) => right switch
    {
        >= 0.7m => 1,
        >= 0.4m => 2,
        _ => 3,
    };
}
