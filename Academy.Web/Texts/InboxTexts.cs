namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts of the inbox.</summary>
public sealed class InboxTexts;
