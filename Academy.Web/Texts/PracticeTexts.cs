namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages that tell how somebody comes along in the drills.</summary>
public sealed class PracticeTexts;
