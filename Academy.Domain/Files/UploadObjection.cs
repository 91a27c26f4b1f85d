namespace Academy.Domain.Files;

/// <summary>Why an uploaded file is not taken.</summary>
public enum UploadRefusal
{
    Missing, TooLarge, TooSlow, UnknownKind, NotWhatItSays, Bomb, Unreadable, NoText, Macros,
    Script, EventHandler, ScriptLink, Frame, Plugin, Form, Style, Redirect,
}

/// <summary>A refusal with the place in the file that caused it, where there is one.</summary>
public sealed record UploadObjection(UploadRefusal Refusal, string Place);

/// <summary>What of an uploaded text could not be brought along.</summary>
public enum LeftOut { Pictures, Numbering, Notes }
