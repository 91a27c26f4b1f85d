namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts about competitions and the ranking board.</summary>
public sealed class CompetitionsTexts;
