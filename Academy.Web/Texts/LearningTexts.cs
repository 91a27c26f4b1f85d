namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of Learning.</summary>
public sealed class LearningTexts;
