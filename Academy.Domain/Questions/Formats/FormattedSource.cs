using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats;

/// <summary>A text as a file writes it, and what it takes to read it.</summary>
internal sealed record FormattedSource(string Written, string Format, Func<string, string>? FileName = null)
{
    public Prose Read() => FormattedText.Read(Written, Format, FileName);
}
