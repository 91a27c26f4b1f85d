namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the search page.</summary>
public sealed class SearchTexts;
