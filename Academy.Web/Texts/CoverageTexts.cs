namespace Academy.Web.Texts;

/// <summary>Words of the pages on who has finished and who is missing.</summary>
public sealed class CoverageTexts;
