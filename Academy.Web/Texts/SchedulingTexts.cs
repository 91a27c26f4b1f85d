namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts of the timetable.</summary>
public sealed class SchedulingTexts;
