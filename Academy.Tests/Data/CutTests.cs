using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Data;
using Academy.Tests.Conventions;
using CsCheck;

namespace Academy.Tests.Data;

/// <summary>A text is cut in one way, which leaves no half of a character: the store would keep a mark of replacement.</summary>
public sealed partial class CutTests
{
    private static readonly string[] Parts = ["a", "中", "𠮷", "👩", "é"];
    private static readonly Gen<string> Texts =
        Gen.Int[0, Parts.Length - 1].Array[0, 12].Select(some => string.Concat(some.Select(part => Parts[part])));

    [Fact]
    public void What_is_cut_has_no_half_of_a_character() => Gen.Select(Texts, Gen.Int[1, 12]).Sample((text, most) =>
    {
        var (start, end) = (Cut.Start(text, most), Cut.End(text, most));
        Assert.True(text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal));
        Assert.True(start.Length <= most && end.Length <= most);
        Assert.True(Math.Min(text.Length, most) - start.Length <= 1 && Math.Min(text.Length, most) - end.Length <= 1);
        Assert.DoesNotContain($"{start} {end}".EnumerateRunes(), rune => rune == Rune.ReplacementChar);
    });

    [Fact]
    public void Nobody_cuts_a_text_in_another_way() => Assert.Empty(
        from file in SourceFile.Product
        where file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.EndsWith("/Cut.cs", StringComparison.Ordinal)
        from Match cut in ByHand().Matches(file.Text)
        select $"{file.Path}: {cut.Value}");

    /// <summary>A range up to a longest length, other than of bytes.</summary>
    [GeneratedRegex(@"(?<!AsSpan\(\))\[(?:\.\.|\^)(?:Math\.Min\(|(?:\w+\.)*(?:Longest|Most|most)\w*)")]
    private static partial Regex ByHand();
}
