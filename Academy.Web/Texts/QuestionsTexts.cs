namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of Questions.</summary>
public sealed class QuestionsTexts;
