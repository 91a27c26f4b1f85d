namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages where quizzes are made.</summary>
public sealed class QuizMakingTexts;
