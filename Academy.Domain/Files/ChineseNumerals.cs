using System.Globalization;

namespace Academy.Domain.Files;

/// <summary>Numbers as people count with them: 七, 十二, 一百零五.</summary>
public static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>From a thousand on in digits.</summary>
    public static string Of(int number) => number switch
    {
        < 0 or >= 1000 => number.ToString(CultureInfo.InvariantCulture),
        < 10 => $"{Digits[number]}",
        < 20 => $"十{Rest(number % 10)}",
        < 100 => $"{Digits[number / 10]}十{Rest(number % 10)}",
        _ => $"{Digits[number / 100]}百{RestOfHundred(number % 100)}",
    };

    public static int Read(string written)
    {
        var (total, digit) = (0, 0);
        foreach (var c in written)
        {
            if (c is '十' or '百')
            {
                total += Math.Max(1, digit) * (c == '十' ? 10 : 100);
                digit = 0;
            }
            else digit = Math.Max(0, Digits.IndexOf(c));
        }

        return total + digit;
    }

    private static string Rest(int units) => units == 0 ? "" : $"{Digits[units]}";

    private static string RestOfHundred(int rest)
    {
        if (rest < 10) return rest == 0 ? "" : $"零{Digits[rest]}";
        return $"{Digits[rest / 10]}十{Rest(rest % 10)}";
    }
}
