using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Academy.Domain.Files;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>Reads XML within its bounds, and says where it passes them.</summary>
internal static partial class SafeXml
{
    private const int DeepestNesting = 64;

    /// <summary>The root, or what stands against the file as a whole.</summary>
    public static (XElement? Root, ReadingMessage? Problem) Read(string text)
    {
        if (text.Length > XmlBounds.MostCharacters) return (null, Message(0, ReadingProblem.TooLarge));
        if (DocumentType().Match(text) is { Success: true } declared)
            return (null, Message(1 + declared.ValueSpan.Count('\n'), ReadingProblem.DocumentType));
        try
        {
            if (XmlBounds.TooDeepLine(XmlBounds.Open(text), DeepestNesting) is { } line)
                return (null, Message(line, ReadingProblem.TooDeep));

            using var reader = XmlBounds.Open(text);
            return (XDocument.Load(reader, LoadOptions.SetLineInfo).Root, null);
        }
        catch (XmlException broken)
        {
            return (null, Message(broken.LineNumber, ReadingProblem.BrokenXml));
        }
    }

    private static ReadingMessage Message(int line, ReadingProblem problem) => new(0, line, problem, "");

    [GeneratedRegex(@"\A\s*(?>(?:<\?.*?\?>|<!--.*?-->)\s*)*<!DOCTYPE", RegexOptions.Singleline)]
    private static partial Regex DocumentType();
}
