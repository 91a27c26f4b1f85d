using System.Globalization;

namespace Academy.Domain.Competitions.Drills;

public enum LineKind { Number, Amount, Account }

/// <summary>One line of a sheet, as it is keyed.</summary>
public sealed record KeypadLine(LineKind Kind, string Keys);

/// <summary>
/// What is entered with the right hand on the ten keys (小键盘): numbers, amounts, and what looks like the number of an account. No
/// account has one of these, since their check digits are wrong.
/// </summary>
public static class KeypadSheet
{
    private static readonly (LineKind Kind, int Weight)[] Kinds = [(LineKind.Number, 45), (LineKind.Amount, 40), (LineKind.Account, 15)];
    private static readonly (int Digits, int Weight)[] Numbers = [(4, 20), (5, 25), (6, 25), (7, 15), (8, 15)];
    private static readonly (int Digits, int Weight)[] Amounts = [(4, 15), (5, 25), (6, 30), (7, 20), (8, 10)];
    private static readonly (int Digits, int Weight)[] Accounts = [(16, 50), (19, 50)];

    /// <param name="seed">What they follow from.</param>
    /// <param name="emphasis">What comes more often, in practice alone.</param>
    public static IEnumerable<KeypadLine> Lines(long seed, Emphasis? emphasis = null)
    {
        var lot = new SplitMix(seed);
        while (true) yield return emphasis is null ? Draw(lot) : Emphasis.Costliest(() => Draw(lot), emphasis.CostOf);
    }

    /// <summary>
    /// What a line that was entered is worth, in keys of the line: all of them, less one for each that is wrong, missing or too many,
    /// and nothing at the least. The entry is laid beside the line so that this is the fewest: who leaves a digit out has lost that one
    /// and not all behind it. It is the published count for text entry (total − wrong − missing − extra, 500 − 20 − 10 − 5 = 465),
    /// used for digits; the point is a key like the others.
    /// </summary>
    public static int Net(string line, string entered) => Math.Max(0, line.Length - Distance(line, entered));

    /// <summary>The fewest keys to change, add or leave out on the way from one text to the other (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var row = new int[above.Length];
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                var replaced = above[j] + (one[i] == other[j] ? 0 : 1);
                row[j + 1] = Math.Min(replaced, 1 + Math.Min(above[j + 1], row[j]));
            }

            above = row;
        }

        return above[^1];
    }

    private static KeypadLine Draw(SplitMix lot) => Draw(lot, lot.Pick(Kinds));

    private static KeypadLine Draw(SplitMix lot, LineKind kind) => new(kind, kind switch
    {
        LineKind.Number => lot.Digits(lot.Pick(Numbers)),
        LineKind.Amount => new Amount(long.Parse(lot.Digits(lot.Pick(Amounts)), CultureInfo.InvariantCulture)).Keys,
        _ => NoAccount(lot.Digits(lot.Pick(Accounts))),
    });

    private static string NoAccount(string digits) => IsChecked(digits) ? $"{digits[..^1]}{(digits[^1] - '0' + 1) % 10}" : digits;

    /// <summary>Whether the last digit is the one that cards have behind those before it (Luhn).</summary>
    private static bool IsChecked(string digits) => digits.Reverse()
        .Select((digit, place) => (digit - '0') * (1 + (place % 2)))
        .Sum(value => (value / 10) + (value % 10)) % 10 == 0;
}
