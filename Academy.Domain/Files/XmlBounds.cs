using System.Xml;

namespace Academy.Domain.Files;

/// <summary>
/// Reads XML that anybody may have made: no document type, no entities, nothing from elsewhere, and no more of it than
/// a file needs.
/// </summary>
internal static class XmlBounds
{
    public const int MostCharacters = 64 << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XmlReader Open(Stream xml) => XmlReader.Create(xml, Settings);

    public static XmlReader Open(string xml) => XmlReader.Create(new StringReader(xml), Settings);

    /// <summary>
    /// The line where elements stand deeper in each other than they may; null where none does.
    /// Reads to the end and closes.
    /// </summary>
    public static int? TooDeepLine(XmlReader xml, int deepest)
    {
        using (xml)
        {
            while (xml.Read())
                if (xml.Depth > deepest) return ((IXmlLineInfo)xml).LineNumber;
        }

        return null;
    }
}
