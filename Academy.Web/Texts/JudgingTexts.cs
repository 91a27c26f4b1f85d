namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts about judged events.</summary>
public sealed class JudgingTexts;
