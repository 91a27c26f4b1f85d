namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of drills.</summary>
public sealed class DrillsTexts;
