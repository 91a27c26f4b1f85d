namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of Errors.</summary>
public sealed class ErrorsTexts;
