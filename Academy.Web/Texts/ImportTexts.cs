namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts about taking questions in.</summary>
public sealed class ImportTexts;
