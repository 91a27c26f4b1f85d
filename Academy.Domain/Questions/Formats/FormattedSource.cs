using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>A text as a file writes it, and what it takes to read it.</summary>
/// <param name="Written">As it is written.</param>
/// <param name="Format">What the source calls its format.</param>
/// <param name="FileName">What a file is called here, by its name in the source.</param>
/// <param name="Time">Whether there is time to read it.</param>
internal sealed record FormattedSource(
    string Written, string Format, Func<string, string>? FileName = null, CancellationToken Time = default)
{
    public Prose Read()
    {
        Time.ThrowIfCancellationRequested();
        return FormattedText.Read(Written, Format, FileName);
    }
}
