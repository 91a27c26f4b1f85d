using System.Security.Cryptography;
using System.Text;
using Academy.Domain.Competitions.Drills;
using CsCheck;

namespace Academy.Tests.Competitions;

/// <summary>A sheet follows from its seed; what an entered line is worth is declared, and counted as it is declared.</summary>
public sealed class KeypadSheetTests
{
    [Fact]
    public void A_sheet_is_the_same_for_years()
    {
        var lines = KeypadSheet.Lines(Typist.Seed).Take(500).Select(line => line.Keys).ToList();

        Assert.Equal(["833.79", "634.92", "1579007294038639574", "263.43", "3321611024420661225", "366236"], lines.Take(6));
        Assert.Equal(
            "eb9ef7930e34651731edd86faa9c770cdc41f2c0b2603ca509da58ae5db6c3e3",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', lines)))));
    }

    [Fact]
    public void No_account_can_have_one_of_the_numbers() => Gen.Int.Sample(seed => Assert.All(
        KeypadSheet.Lines(seed).Take(200).Where(line => line.Kind == LineKind.Account),
        line => Assert.NotEqual(0, Luhn(line.Keys) % 10)), iter: 50);

    [Theory]
    [InlineData("62170", "62170", 5)]
    [InlineData("62170", "62190", 4)] // one wrong
    [InlineData("62170", "6217", 4)] // one missing
    [InlineData("62170", "6270", 4)] // one missing in between costs that one
    [InlineData("62170", "621700", 4)] // one too many
    [InlineData("62170", "62710", 3)] // two changed over
    [InlineData("62170", "", 0)]
    [InlineData("62170", "998844335566", 0)]
    [InlineData("640.50", "640.5", 5)] // a line is entered as it stands
    public void A_line_is_worth_its_keys_less_those_wrong_missing_or_too_many(string line, string entered, int net) =>
        Assert.Equal(net, KeypadSheet.Net(line, entered));

    [Fact]
    public void The_published_example_comes_out_as_published()
    {
        var text = string.Concat(KeypadSheet.Lines(7).Select(line => line.Keys).Take(100))[..500];
        // 20 wrong, 10 missing and 5 too many, far from each other; x is no key of the text.
        var entered = text.Select((key, i) => i switch
        {
            < 200 when i % 10 == 5 => "x",
            >= 250 and < 350 when i % 10 == 5 => "",
            >= 400 and < 450 when i % 10 == 5 => $"{key}x",
            _ => $"{key}",
        });

        Assert.Equal(465, KeypadSheet.Net(text, string.Concat(entered)));
    }

    [Fact]
    public void The_count_agrees_with_a_plain_one() => Gen.Select(Digits, Digits).Sample((line, entered) =>
        Assert.Equal(Math.Max(0, line.Length - PlainDistance(line, entered)), KeypadSheet.Net(line, entered)), iter: 2_000);

    private static Gen<string> Digits => Gen.Char['1', '3'].Array[0, 7].Select(digits => new string(digits));

    /// <summary>In the plainest words: the best of what may be done about the first key.</summary>
    private static int PlainDistance(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0) return one.Length + other.Length;
        if (one[0] == other[0]) return PlainDistance(one[1..], other[1..]);
        return 1 + new[]
        {
            PlainDistance(one[1..], other[1..]), PlainDistance(one[1..], other), PlainDistance(one, other[1..]),
        }.Min();
    }

    private static int Luhn(string digits)
    {
        var sum = 0;
        for (var i = 1; i <= digits.Length; i++)
        {
            var value = digits[^i] - '0';
            if (i % 2 == 0) value = value * 2 > 9 ? (value * 2) - 9 : value * 2;
            sum += value;
        }

        return sum;
    }
}
