using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>
/// Reads XML that anybody may have made: no document type, no entities, nothing from elsewhere, and no more of it than
/// a file of questions needs.
/// </summary>
internal static partial class SafeXml
{
    private const int MostCharacters = 64 * 1024 * 1024;
    private const int DeepestNesting = 64;

    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters };

    /// <summary>The root, or what stands against the file as a whole.</summary>
    public static (XElement? Root, ReadingMessage? Objection) Read(string text)
    {
        if (text.Length > MostCharacters) return (null, Message(0, ReadingProblem.TooLarge));
        if (DocumentType().Match(text) is { Success: true } declared)
            return (null, Message(1 + declared.ValueSpan.Count('\n'), ReadingProblem.DocumentType));
        try
        {
            if (TooDeepLine(text) is { } line) return (null, Message(line, ReadingProblem.TooDeep));

            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return (XDocument.Load(reader, LoadOptions.SetLineInfo).Root, null);
        }
        catch (XmlException broken)
        {
            return (null, Message(broken.LineNumber, ReadingProblem.BrokenXml));
        }
    }

    private static int? TooDeepLine(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting) return ((IXmlLineInfo)reader).LineNumber;
        }

        return null;
    }

    private static ReadingMessage Message(int line, ReadingProblem problem) => new(0, line, problem, "");

    [GeneratedRegex(@"\A\s*(?>(?:<\?.*?\?>|<!--.*?-->)\s*)*<!DOCTYPE", RegexOptions.Singleline)]
    private static partial Regex DocumentType();
}
