using System.Text.RegularExpressions;

namespace Academy.Tests.Conventions;

/// <summary>
/// A conditional whose branch is another one is read twice: what has three outcomes is told by a switch, or by an early return and a
/// name. One within brackets, as of an argument, is an expression of its own.
/// </summary>
public sealed partial class ConditionalRules
{
    [Fact]
    public void No_conditional_is_the_branch_of_another() => Assert.Empty(
        from file in SourceFile.All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
        where !file.IsIn("Academy.Domain/Data/Migrations")
        from line in Nested(file.Text)
        select $"{file.Path}:{line}");

    [Theory]
    [InlineData("a ? b : c ? d : e;", true)]
    [InlineData("a ? b ? c : d : e;", true)]
    [InlineData("a\n    ? b\n    : c ? d : e;", true)]
    [InlineData("a ? b : c; x = d ? e : f;", false)]
    [InlineData("a ? b : c, d ? e : f;", false)]
    [InlineData("a ? b : F(c ? d : e);", false)]
    [InlineData("a ? \" ? \" : ' '; // or ? b", false)]
    [InlineData("string? a = b ? c : d;", false)]
    public void What_is_nested_is_told_from_what_is_not(string code, bool isNested) => Assert.Equal(isNested, Nested(code).Any());

    private static IEnumerable<int> Nested(string source)
    {
        var code = Literal().Replace(source, literal => new string('_', literal.Length));
        return from mark in Mark().Matches(code)
               where GoesOn(code, mark.Index + 1)
               select source.AsSpan(0, mark.Index).Count('\n') + 1;
    }

    /// <summary>Whether there is another question mark before the expression ends.</summary>
    private static bool GoesOn(string code, int at)
    {
        for (var depth = 0; ++at < code.Length && depth >= 0;)
        {
            if (code[at] is '(' or '[' or '{') depth++;
            else if (code[at] is ')' or ']' or '}') depth--;
            else if (depth == 0 && code[at] is ';' or ',') return false;
            else if (depth == 0 && Mark().IsMatch(code.AsSpan(at - 1, Math.Min(3, code.Length - at + 1)))) return true;
        }

        return false;
    }

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|@\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'|//[^\\n]*")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\s\?\s")]
    private static partial Regex Mark();
}
