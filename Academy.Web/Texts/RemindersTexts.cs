namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts on the pages of Reminders.</summary>
public sealed class RemindersTexts;
