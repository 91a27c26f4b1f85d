namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts about the score archive.</summary>
public sealed class ArchivesTexts;
