namespace Academy.Web.Texts;

/// <summary>Words around a question, wherever it is asked or shown.</summary>
public sealed class AskingTexts;
