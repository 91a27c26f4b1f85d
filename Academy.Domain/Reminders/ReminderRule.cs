using Academy.Domain.Data;
using Academy.Domain.Letters;

namespace Academy.Domain.Reminders;

/// <summary>How people are reminded of an occasion.</summary>
/// <param name="IsOn">Whether they are.</param>
/// <param name="Days">
/// So many days before, where something comes to its day; after so many days again, where something waits; none for what is told once.
/// </param>
/// <param name="IsMandatory">Whether it comes by all channels, whatever a person has chosen.</param>
/// <param name="Text">Own words, with placeholders in braces; empty for the usual ones.</param>
/// <param name="EnglishText">The same in English.</param>
public sealed record ReminderTerms(bool IsOn, IReadOnlyList<int> Days, bool IsMandatory, string Text = "", string EnglishText = "")
{
    public const int LongestText = 200;
    public const int MostDays = 5;
    public const int FarthestDay = 365;

    /// <summary>What the academy does where nobody has said otherwise.</summary>
    public static ReminderTerms Usual(Occasion occasion) => occasion switch
    {
        Occasion.DueSoon => new(true, [7, 3], true),
        Occasion.DueTomorrow => new(true, [1], true),
        Occasion.Overdue or Occasion.MarkingWaits or Occasion.JudgingWaits => new(true, [7], true),
        Occasion.Assigned or Occasion.CertificateIssued or Occasion.CertificateRevoked => new(true, [], true),
        Occasion.CertificateExpires => new(true, [90, 30, 7], true),
        Occasion.CompetitionOpens => new(true, [0], false),
        Occasion.EntryCloses => new(true, [1], false),
        _ => new(true, [], false),
    };

    public ReminderTerms Cleaned() => this with
    {
        Days = [.. Days.Distinct().OrderDescending()],
        Text = OneLine.Of(Text),
        EnglishText = OneLine.Of(EnglishText),
    };

    public string AsSeen() => Fingerprint.Of(IsOn, string.Join(' ', Days), IsMandatory, Text, EnglishText);

    /// <summary>Why it cannot be so; null when it can.</summary>
    public ReminderRefusal? Refusal(Occasion occasion)
    {
        var usual = Usual(occasion);
        if (Days.Count > MostDays || Days.Any(day => day < Least(occasion) || day > FarthestDay)) return ReminderRefusal.DaysOutOfRange;
        if (usual.Days.Count == 0 && Days.Count > 0) return ReminderRefusal.DaysOutOfRange;
        if (usual.Days.Count > 0 && Days.Count == 0) return ReminderRefusal.DaysMissing;
        if (occasion.IsRepeated && Days.Count > 1) return ReminderRefusal.DaysOutOfRange;
        if (Text.Length > LongestText || EnglishText.Length > LongestText) return ReminderRefusal.TextTooLong;

        var known = Placeholders.Of(occasion);
        return LetterTemplate.NamesIn(Text).Concat(LetterTemplate.NamesIn(EnglishText)).All(known.Contains)
            ? null
            : ReminderRefusal.UnknownPlaceholder;
    }

    private static int Least(Occasion occasion) => occasion.IsRepeated ? 1 : 0;
}

public static class OccasionKinds
{
    extension(Occasion occasion)
    {
        /// <summary>Whether it is told again and again until the thing is done.</summary>
        public bool IsRepeated => occasion is Occasion.Overdue or Occasion.MarkingWaits or Occasion.JudgingWaits;
    }
}

/// <summary>What administrators have said of an occasion; where there is none, the usual terms hold.</summary>
public sealed class ReminderRule
{
    private ReminderRule() { }

    public ReminderRule(Occasion occasion, ReminderTerms terms) => (Occasion, Terms) = (occasion, terms);

    public Occasion Occasion { get; private set; }
    public ReminderTerms Terms { get; private set; } = null!;

    public void Change(ReminderTerms terms) => Terms = terms;
}

/// <summary>The terms of all occasions as they stand.</summary>
public sealed class RuleBook(IReadOnlyDictionary<Occasion, ReminderTerms> own)
{
    public static readonly RuleBook Usual = new(new Dictionary<Occasion, ReminderTerms>());

    public ReminderTerms this[Occasion occasion] => own.GetValueOrDefault(occasion) ?? ReminderTerms.Usual(occasion);
}
