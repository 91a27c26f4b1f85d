namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of Letters.</summary>
public sealed class LettersTexts;
