namespace Academy.Domain.Letters;

/// <summary>Names the resource files of what letters say, wherever they are read.</summary>
public sealed class LetterTexts;
