using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Marking;

/// <summary>Reads a number as people type it: full or half width, with thousands separators, a sign or a percent sign.</summary>
public static partial class TypedNumber
{
    // Larger ones could not be subtracted from each other without overflow.
    private const decimal Largest = 1e24m;

    /// <summary>Null when it is no number.</summary>
    public static decimal? Read(string typed)
    {
        var text = TypedWords.Fold(typed, matchesCase: false).Replace(" ", "", StringComparison.Ordinal);
        var match = Number().Match(text);
        if (!match.Success || !decimal.TryParse(
            match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number))
        {
            return null;
        }

        if (Math.Abs(number) > Largest) return null;
        return match.Groups["percent"].Success ? number / 100 : number;
    }

    [GeneratedRegex(
        @"^(?<number>[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)?(\.[0-9]*)?(e[-+]?[0-9]{1,3})?)(?<percent>%)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
