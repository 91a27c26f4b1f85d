namespace Academy.Domain.Data.Searching;

/// <summary>A piece of a text; whether it is what was searched for.</summary>
public readonly record struct ExcerptPart(string Text, bool IsFound);

/// <summary>Shows a text with what was searched for set off.</summary>
public static class Excerpts
{
    private const string Gap = "…";

    extension(SearchQuery query)
    {
        /// <summary>The whole text.</summary>
        public IReadOnlyList<ExcerptPart> Mark(string text) => [.. Parts(text, query, 0, text.Length)];

        /// <summary>So much of the text around the first place found; from the beginning when there is none.</summary>
        public IReadOnlyList<ExcerptPart> Excerpt(string text, int length = 110)
        {
            var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var first = query.PlacesIn(flat).Select(place => place.Start).FirstOrDefault();
            var start = Boundary(flat, Math.Max(0, Math.Min(first - (length / 4), flat.Length - length)));
            var end = Boundary(flat, Math.Min(flat.Length, start + length));
            List<ExcerptPart> parts = [.. Parts(flat, query, start, end)];
            if (start > 0) parts.Insert(0, new ExcerptPart(Gap, false));
            if (end < flat.Length) parts.Add(new ExcerptPart(Gap, false));
            return parts;
        }
    }

    private static IEnumerable<ExcerptPart> Parts(string text, SearchQuery query, int start, int end)
    {
        var at = start;
        foreach (var place in query.PlacesIn(text).Where(place => place.Start >= start && place.End <= end))
        {
            if (place.Start > at) yield return new ExcerptPart(text[at..place.Start], false);
            yield return new ExcerptPart(text[place.Start..place.End], true);
            at = place.End;
        }

        if (at < end) yield return new ExcerptPart(text[at..end], false);
    }

    /// <summary>Not between the halves of one character.</summary>
    private static int Boundary(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
