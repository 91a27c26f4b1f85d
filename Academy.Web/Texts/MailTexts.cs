namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts of letters by mail.</summary>
public sealed class MailTexts;
