namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts that all pages share.</summary>
public sealed class SharedTexts;
