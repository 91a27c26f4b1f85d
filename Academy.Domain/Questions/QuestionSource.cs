using Academy.Domain.Questions.Formats;

namespace Academy.Domain.Questions;

/// <summary>A file of questions as a trainer gives it.</summary>
/// <param name="Name">As the trainer calls it; empty for a pasted text.</param>
/// <param name="Content">At most <see cref="Cataloger.MostBytes"/>.</param>
/// <param name="Format">How to read it; null to tell by what it holds.</param>
public sealed record QuestionSource(string Name, byte[] Content, QuestionFormat? Format = null)
{
    private const int LongestName = 200;

    /// <summary>Without the folders that some browsers send along.</summary>
    public string ShortName => Path.GetFileName(Name.Replace('\\', '/')) is var name && name.Length > LongestName ? name[^LongestName..] : name;
}
