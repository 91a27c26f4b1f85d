namespace Academy.Domain.Competitions.Drills;

/// <summary>What is in doubt about typed texts alone.</summary>
internal static class TextDoubts
{
    /// <summary>No phrase is so long.</summary>
    private const int LongestPhrase = 30;

    private const int Minute = 60_000;

    public static IEnumerable<Doubt?> Of(List<KeyStroke> strokes) =>
    [
        Pasted(strokes),
        TooLongAtOnce(strokes),
        StreamDoubts.Busiest([.. TimesOf(strokes).Order()], Minute, Passages.FastestPerMinute, DoubtReason.TooManyCharacters),
    ];

    /// <summary>
    /// When something was given to the page: the characters of a phrase are one press. Taking back is none, since a key that is held
    /// down does it by itself, and evenly.
    /// </summary>
    public static IEnumerable<int> PressesOf(List<KeyStroke> strokes) => TimesOf(strokes).Distinct();

    private static IEnumerable<int> TimesOf(List<KeyStroke> strokes) =>
        strokes.Where(stroke => stroke.IsWritten).Select(stroke => stroke.At);

    private static Doubt? Pasted(List<KeyStroke> strokes) => strokes.FindAll(stroke => stroke.Key == Sign.Refused) is [var first, ..] all
        ? new Doubt(DoubtReason.Pasted, first.At, all.Count)
        : null;

    private static Doubt? TooLongAtOnce(List<KeyStroke> strokes) => TimesOf(strokes)
        .CountBy(at => at)
        .Where(phrase => phrase.Value > LongestPhrase)
        .Select(phrase => new Doubt(DoubtReason.TooLongAtOnce, phrase.Key, phrase.Value))
        .MaxBy(doubt => doubt.Extent);
}
