using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Academy.Domain.Data;
using Academy.Domain.Files;

namespace Academy.Tests.Conventions;

/// <summary>
/// Patterns go over what people write, however long: the time that one takes grows with the text, and not with its square. Every
/// pattern of the program is run over what could keep it busy; where the text is 32 times as long, it may take 256 times as long and
/// no more. Besides, none has two runs of spaces between which nothing need stand: they could share what is there in as many ways
/// as it is long, and in an atomic group they do not.
/// </summary>
public sealed partial class PatternRules
{
    private const int Short = 4_000;
    private const int Long = 128_000;
    private const int MostTimes = 256;

    private const BindingFlags Everywhere =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>What is quicker than this at any length is quick.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

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

    public static TheoryData<string, bool> Growing => new()
    {
        { @"\[[^\]]*\]", true },
        { "<!--.*?-->", true },
        { @"A\s*[.)].*?B\s*[.)]", true },
        { "^A[,;]*,*B$", true },
        { @"<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", true },
        { @"\[[^\]]{0,200}\]", false },
        { @"(?<!\s)\s+/\s+", false },
        { @"^\s*[A-Z]\s*[.)]", false },
        { "[^\\p{L}\\p{N}]", false },
    };

    [Fact]
    public void No_pattern_tries_to_share_spaces_out_in_every_way() => Assert.Empty(
        from pattern in Patterns()
        where Shared().IsMatch(pattern.Regex.ToString())
        select $"{pattern.Name}: {pattern.Regex}");

    [Theory, MemberData(nameof(Samples))]
    public void What_shares_is_told_from_what_does_not(string pattern, bool shares) => Assert.Equal(shares, Shared().IsMatch(pattern));

    [Fact]
    public void No_pattern_takes_the_square_of_what_it_is_given() => Assert.Empty(
        from pattern in Patterns()
        let slow = SlowAt(pattern.Regex)
        where slow is not null
        select $"{pattern.Name}: {pattern.Regex} over “{slow.Beginning}”, “{slow.Repeated}”…");

    [Theory, MemberData(nameof(Growing))]
    public void What_grows_with_the_square_is_told_from_what_does_not(string pattern, bool grows) =>
        Assert.Equal(grows, SlowAt(new Regex(pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(1))) is not null);

    /// <summary>No reader can ask for the time while one runs.</summary>
    [Fact]
    public void Every_pattern_gives_up_in_time() =>
        Assert.All(Patterns(), pattern => Assert.Equal(ReadingTime.Usual, pattern.Regex.MatchTimeout));

    /// <summary>What is put together while the program runs is not found by its attribute; it is tested where it is.</summary>
    [Fact]
    public void Patterns_are_generated() => Assert.Empty(
        from file in SourceFile.Product
        where file.Path is not "Academy.Domain/Data/Searching/SearchQuery.cs"
        where Made().IsMatch(file.Text)
        select file.Path);

    private static IEnumerable<(string Name, Regex Regex)> Patterns() =>
        from type in new[] { typeof(AcademyDb).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes())
        from method in type.GetMethods(Everywhere)
        where method.IsDefined(typeof(GeneratedRegexAttribute))
        select ($"{type.Name}.{method.Name}", (Regex)method.Invoke(null, null)!);

    private static HostileText? SlowAt(Regex pattern) =>
        (from text in HostileText.For(pattern.ToString())
         let time = Time(pattern, text, Short, runs: 1)
         orderby time descending
         select text)
        .Take(3)
        .FirstOrDefault(text => Grows(pattern, text));

    private static bool Grows(Regex pattern, HostileText text) =>
        Time(pattern, text, Long, runs: 2) is var time
        && (time == TimeSpan.MaxValue || (time > Quick && time > MostTimes * Time(pattern, text, Short, runs: 5)));

    /// <summary>The quickest of some runs; whatever else the machine does only makes one slower.</summary>
    private static TimeSpan Time(Regex pattern, HostileText hostile, int length, int runs)
    {
        var text = hostile.Of(length);
        return Enumerable.Range(0, runs).Min(_ =>
        {
            var since = Stopwatch.GetTimestamp();
            try
            {
                pattern.Count(text);
                return Stopwatch.GetElapsedTime(since);
            }
            catch (RegexMatchTimeoutException)
            {
                return TimeSpan.MaxValue;
            }
        });
    }

    [GeneratedRegex(@"\bnew Regex\(|\bRegex\.(?:IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches)\(")]
    private static partial Regex Made();

    [GeneratedRegex(@"(?<!\(\?>)\\s[*+](?:(?:\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?[:=!]|\?<\w+>)?[^()]*\)|[^\\\[\](){}|*+?.^$])"
        + @"(?:\?|\*|\{0,\d+\}))*\\s[*+]")]
    private static partial Regex Shared();
}
