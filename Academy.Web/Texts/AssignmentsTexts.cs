namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of Assignments.</summary>
public sealed class AssignmentsTexts;
