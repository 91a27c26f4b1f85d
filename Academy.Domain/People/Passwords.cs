using System.Text.RegularExpressions;

namespace Academy.Domain.People;

public enum PasswordRefusal { TooShort, TooLong, NeedsLetterAndDigit, ContainsNumber, SameAsBefore, TooCommon }

/// <summary>Whose password it is to be: what others know of them is no secret.</summary>
public sealed record PasswordOwner(string Number, string Name, string PinyinKey)
{
    /// <summary>What the bank's units are called, in both languages.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    public static PasswordOwner Of(Employee person) => new(person.Number, person.Name, person.PinyinKey);
}

/// <summary>
/// What a password must be: long rather than contorted, and with something in it that is neither on the list of what everybody
/// takes, nor about the person or the bank, nor a run of keys.
/// </summary>
public sealed partial class Passwords(AcademySettings settings)
{
    public const int LeastLength = 10;
    public const int MostLength = 200;

    /// <summary>So many letters and digits must be left when all that is known is taken out.</summary>
    private const int LeastOwn = 4;

    private static readonly string[] Rows =
    [
        "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz",
        "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "147", "258", "369",
    ];

    private static readonly HashSet<string> Runs =
        [.. Rows.SelectMany(row => new[] { row, string.Concat(row.Reverse()) }).SelectMany(row => ThreesOf(row))];

    private static readonly string[] Common = ReadCommon();

    private readonly IReadOnlyList<string> bank =
        [.. WordsOf($"{settings.Name} {settings.NameEnglish} {settings.Bank} {settings.BankEnglish} {settings.PublicAddress?.Host}")];

    public PasswordRefusal? Refusal(PasswordOwner owner, string? current, string chosen)
    {
        if (chosen.Length < LeastLength) return PasswordRefusal.TooShort;
        if (chosen.Length > MostLength) return PasswordRefusal.TooLong;
        if (!chosen.Any(char.IsLetter) || !chosen.Any(char.IsDigit)) return PasswordRefusal.NeedsLetterAndDigit;
        if (chosen.Contains(owner.Number, StringComparison.OrdinalIgnoreCase)) return PasswordRefusal.ContainsNumber;
        if (chosen == current) return PasswordRefusal.SameAsBefore;
        return OwnOf(chosen.ToLowerInvariant(), [.. Common, .. bank, .. WordsOf(owner)]) < LeastOwn ? PasswordRefusal.TooCommon : null;
    }

    /// <summary>How many letters and digits are part of no word, day, telephone number or run.</summary>
    private static int OwnOf(string text, IEnumerable<string> words)
    {
        var known = new bool[text.Length];
        var plain = string.Concat(text.Select(Plain));
        foreach (var word in words)
        {
            Mark(known, text, word);
            Mark(known, plain, word);
        }

        foreach (var (at, three) in ThreesOf(text).Index())
            if (IsRun(three)) known.AsSpan(at, three.Length).Fill(true);
        foreach (var (at, (first, second)) in AlternationsIn(text).Index())
            if (IsRun(first) && IsRun(second)) known.AsSpan(at, first.Length + second.Length).Fill(true);
        foreach (Match number in Numbers().Matches(text)) known.AsSpan(number.Index, number.Length).Fill(true);
        return text.Index().Count(c => char.IsLetterOrDigit(c.Item) && !known[c.Index]);
    }

    private static void Mark(bool[] known, string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            known.AsSpan(at, word.Length).Fill(true);
    }

    private static IEnumerable<string> ThreesOf(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 2)).Select(at => text[at..(at + 3)]);

    private static bool IsRun(string three) => Runs.Contains(three) || three.All(c => c == three[0]);

    /// <summary>Two threes that take turns, as in <c>a1b2c3</c>.</summary>
    private static IEnumerable<(string First, string Second)> AlternationsIn(string text) =>
        from at in Enumerable.Range(0, Math.Max(0, text.Length - 5))
        select ($"{text[at]}{text[at + 2]}{text[at + 4]}", $"{text[at + 1]}{text[at + 3]}{text[at + 5]}");

    /// <summary>What stands for a letter is that letter.</summary>
    private static char Plain(char c) => c switch
    {
        '@' or '4' => 'a',
        '3' => 'e',
        '1' or '!' => 'i',
        '0' => 'o',
        '$' or '5' => 's',
        '7' => 't',
        _ => c,
    };

    private static IEnumerable<string> WordsOf(PasswordOwner owner) =>
        WordsOf(string.Join(' ', owner.Units.Append(owner.Name).Append(owner.PinyinKey)))
        .Append(owner.PinyinKey.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())
        .Append(string.Concat(owner.Number.Where(char.IsDigit)))
        .Where(word => word.Length > 2 || word.Any(c => c > 'z'));

    /// <summary>The words of a text; of those in Latin letters not the shortest, which are part of others.</summary>
    private static IEnumerable<string> WordsOf(string text) => Words().Matches(text.ToLowerInvariant())
        .Select(word => word.Value)
        .Where(word => word.Length > 2 || word.Any(c => c > 'z'));

    private static string[] ReadCommon()
    {
        using var list = typeof(Passwords).Assembly.GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(list);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    /// <summary>Mobile numbers; days with or without their year, in either order; years.</summary>
    [GeneratedRegex(
        "1[3-9][0-9]{9}"
        + "|((19|20)?[0-9]{2}[-./]?)?(0[1-9]|1[0-2])[-./]?(0[1-9]|[12][0-9]|3[01])"
        + "|(0[1-9]|[12][0-9]|3[01])[-./]?(0[1-9]|1[0-2])([-./]?(19|20)[0-9]{2})?"
        + "|(19|20)[0-9]{2}")]
    private static partial Regex Numbers();
}
