using System.Reflection;
using System.Text.RegularExpressions;
using Academy.Domain.Data;

namespace Academy.Tests.Conventions;

/// <summary>
/// Patterns go over what people write, however long: the time that one takes grows with the text, and not with its square. Two runs of
/// spaces between which nothing need stand could share what is there in as many ways as it is long; in an atomic group they do not.
/// </summary>
public sealed partial class PatternRules
{
    private const BindingFlags Everywhere =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static TheoryData<string, bool> Samples => new()
    {
        { @"A\s*题?\s*B", true },
        { @"A\s*(?:为|是)?\s*(?=B)", true },
        { @"【\s*[_＿]*\s*】", true },
        { @"A\s*[:：]?\s*[一二]{0,2}\s*B", true },
        { @"A(?>\s*题?\s*)B", false },
        { @"A\s*题\s*B", false },
        { @"【\s*(?:[_＿]+\s*)?】", false },
    };

    [Fact]
    public void No_pattern_tries_to_share_spaces_out_in_every_way() => Assert.Empty(
        from type in new[] { typeof(AcademyDb).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes())
        from method in type.GetMethods(Everywhere)
        let pattern = method.GetCustomAttribute<GeneratedRegexAttribute>()?.Pattern
        where pattern is not null && Shared().IsMatch(pattern)
        select $"{type.Name}.{method.Name}: {pattern}");

    [Theory, MemberData(nameof(Samples))]
    public void What_shares_is_told_from_what_does_not(string pattern, bool shares) => Assert.Equal(shares, Shared().IsMatch(pattern));

    [GeneratedRegex(@"(?<!\(\?>)\\s[*+](?:(?:\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?[:=!]|\?<\w+>)?[^()]*\)|[^\\\[\](){}|*+?.^$])"
        + @"(?:\?|\*|\{0,\d+\}))*\\s[*+]")]
    private static partial Regex Shared();
}
