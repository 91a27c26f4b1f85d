namespace Academy.Domain.Opening;

/// <summary>What the content no longer has: parts that are gone stay as they were, lessons and questions are retired.</summary>
internal sealed class Retirements
{
    private const int MostNamed = 10;

    private readonly List<string> names = [];

    public void Add(string name) => names.Add(name);

    /// <summary>Asks for all of it at once, if it is anything.</summary>
    public void AskFor(Consent consent, string content)
    {
        if (names.Count == 0) return;

        var others = names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "";
        consent.Ask($"The content in {content} no longer has {string.Join(", ", names.Take(MostNamed))}{others}.", names);
        names.Clear();
    }
}
