namespace Academy.Web.Texts;

/// <summary>Names the resource files of the pages about reminders, wherever they are read.</summary>
public sealed class RemindersTexts;
