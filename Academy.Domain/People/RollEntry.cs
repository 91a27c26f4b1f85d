using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Data;

namespace Academy.Domain.People;

/// <summary>What is wrong with something as it is written, so that it is not entered.</summary>
public enum EntryProblem { Missing, TooLong, Malformed }

/// <summary>
/// How an entry of the roll is written, whoever brings it: a form, a file or a command. What is on the roll from earlier stays known
/// as it is.
/// </summary>
public sealed partial class RollEntry
{
    public static readonly RollEntry Number = new(30) { Form = Code(), Tidy = Narrow };
    public static readonly RollEntry PersonName = new(100);

    /// <summary>What lists of names sort by; who has none is sorted by name.</summary>
    public static readonly RollEntry PinyinKey =
        new(200) { IsNeeded = false, Form = Pinyin(), Tidy = written => written.ToLowerInvariant() };

    /// <summary>Where letters are mailed to; who has none finds them in the inbox.</summary>
    public static readonly RollEntry MailAddress = new(200) { IsNeeded = false, Form = Mail(), Tidy = Narrow };

    public static readonly RollEntry BranchCode = new(20) { Form = Code(), Tidy = Narrow };
    public static readonly RollEntry PositionSlug = new(50) { Form = Slug() };

    /// <summary>What a unit or a position is called.</summary>
    public static readonly RollEntry Title = new(100);
    public static readonly RollEntry EnglishTitle = new(200) { IsNeeded = false };

    private RollEntry(int longest) => Longest = longest;

    public int Longest { get; }
    public bool IsNeeded { get; private init; } = true;
    private Regex? Form { get; init; }
    private Func<string, string> Tidy { get; init; } = written => written;

    /// <summary>As the academy keeps what is written.</summary>
    public string Read(string? written) => Tidy(OneLine.Of(written));

    /// <summary>What is wrong with an entry, once it is read.</summary>
    public EntryProblem? ProblemOf(string entry)
    {
        if (entry.Length == 0) return IsNeeded ? EntryProblem.Missing : null;
        if (entry.Length > Longest) return EntryProblem.TooLong;
        return Form?.IsMatch(entry) == false ? EntryProblem.Malformed : null;
    }

    /// <summary>Whether it may be entered just as it is.</summary>
    public bool Accepts(string entry) => Read(entry) == entry && ProblemOf(entry) is null;

    private static string Narrow(string written) => written.Normalize(NormalizationForm.FormKC);

    // Part of addresses: with a digit it is none of their words, and no step in one.
    [GeneratedRegex(@"^(?=.*[0-9])[\p{L}\p{N}._-]+\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[a-z0-9 '·-]+\z")]
    private static partial Regex Pinyin();

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\z")]
    private static partial Regex Mail();

    // The address of the page that adds one is no position's.
    [GeneratedRegex(@"^(?!new\z)[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex Slug();
}
