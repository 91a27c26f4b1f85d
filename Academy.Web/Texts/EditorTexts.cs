namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages where questions are written.</summary>
public sealed class EditorTexts;
