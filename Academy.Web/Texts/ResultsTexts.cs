namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts about what results bring: prizes, titles, sums, objections and the wall screen.</summary>
public sealed class ResultsTexts;
