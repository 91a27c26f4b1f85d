namespace Academy.Domain.Opening;

/// <summary>A file under <c>content/</c> that cannot be loaded: which, and what is wrong with it.</summary>
public sealed class ContentException(string file, string problem, Exception? cause = null)
    : OpeningException($"{file}: {problem}", cause)
{
    public string File => file;
}
