namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of Auditing.</summary>
public sealed class AuditingTexts;
