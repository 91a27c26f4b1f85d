namespace Academy.Web.Texts;

/// <summary>Words of the pages on banks, their questions and their reviews.</summary>
public sealed class AskingTexts;
