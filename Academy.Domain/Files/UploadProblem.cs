namespace Academy.Domain.Files;

/// <summary>Why an uploaded file is not taken.</summary>
public enum UploadRefusal
{
    NotAllowed, Missing, TooLarge, TooSlow, TooDense, UnknownKind, NotWhatItSays, Bomb, Unreadable, NoText, Macros,
    Script, EventHandler, ScriptLink, Frame, Plugin, Form, Style, Redirect,
}

/// <summary>What is wrong with an uploaded file, and the place in it, where there is one.</summary>
public sealed record UploadProblem(UploadRefusal Refusal, string Place)
{
    /// <summary>What a text in Markdown has too much of, and where.</summary>
    public DenseMarkdown? Dense { get; init; }
}

/// <summary>What of an uploaded text could not be brought along.</summary>
public enum LeftOut { Pictures, Numbering, Notes }
