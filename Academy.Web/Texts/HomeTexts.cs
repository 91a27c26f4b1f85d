namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of Home.</summary>
public sealed class HomeTexts;
