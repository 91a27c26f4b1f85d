namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of Quizzes.</summary>
public sealed class QuizzesTexts;
