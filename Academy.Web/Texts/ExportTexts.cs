namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts about taking questions out.</summary>
public sealed class ExportTexts;
