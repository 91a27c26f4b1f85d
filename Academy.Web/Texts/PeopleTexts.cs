namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of People.</summary>
public sealed class PeopleTexts;
