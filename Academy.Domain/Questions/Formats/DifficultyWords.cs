using System.Globalization;
using System.Text;

namespace Academy.Domain.Questions.Formats;

/// <summary>Difficulty as 1, 2 or 3, from 易/中/难, levels of 1 to 5, stars or the share of people who get it right.</summary>
internal static class DifficultyWords
{
    private static readonly Dictionary<string, int> Words = new()
    {
        ["易"] = 1, ["容易"] = 1, ["较易"] = 1, ["简单"] = 1, ["低"] = 1, ["初级"] = 1, ["EASY"] = 1, ["LOW"] = 1,
        ["中"] = 2, ["中等"] = 2, ["一般"] = 2, ["适中"] = 2, ["普通"] = 2, ["中级"] = 2, ["MEDIUM"] = 2, ["NORMAL"] = 2,
        ["难"] = 3, ["较难"] = 3, ["困难"] = 3, ["高"] = 3, ["高级"] = 3, ["HARD"] = 3, ["DIFFICULT"] = 3, ["HIGH"] = 3,
    };

    /// <summary>Null when it says nothing that is known.</summary>
    /// <param name="written">As it stands in the file.</param>
    /// <param name="ofFive">Whether numbers go up to 5 rather than 3.</param>
    public static int? Of(string written, bool ofFive)
    {
        var word = written.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
        if (Words.TryGetValue(word, out var level)) return level;
        if (word.Length > 0 && word.All(c => c is '★' or '☆')) return Level(word.Count(c => c == '★'), ofFive);
        if (!decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        return number is > 0 and < 1 ? Share(number) : number == decimal.Truncate(number) ? Level((int)Math.Min(number, 9), ofFive) : null;
    }

    public static bool IsOfFive(string written) => written.Normalize(NormalizationForm.FormKC).Trim() is "4" or "5" || written.Count(c => c is '★' or '☆') > 3;

    private static int? Level(int number, bool ofFive) => number switch
    {
        < 1 => null,
        > 5 => null,
        _ when ofFive => number <= 2 ? 1 : number == 3 ? 2 : 3,
        <= 3 => number,
        _ => null,
    };

    private static int Share(decimal right) => right >= 0.7m ? 1 : right >= 0.4m ? 2 : 3;
}
