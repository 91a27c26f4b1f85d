namespace Academy.Domain.Files.Word;

/// <summary>What a .docx says, as it is shown, and the addresses that it leads to.</summary>
internal sealed record WordDocument(IReadOnlyList<WordBlock> Blocks, IReadOnlyList<string> Links);

/// <summary>A paragraph or a table.</summary>
internal abstract record WordBlock;

/// <param name="Pieces">Its text.</param>
/// <param name="Number">What is counted before it.</param>
/// <param name="Styles">Its style, and those that this one is based on.</param>
/// <param name="Outline">Its own level among the headings, from 0.</param>
internal sealed record WordParagraph(
    IReadOnlyList<WordPiece> Pieces, WordNumber? Number, IReadOnlyList<WordStyle> Styles, int? Outline) : WordBlock;

internal sealed record WordTable(IReadOnlyList<IReadOnlyList<WordCell>> Rows) : WordBlock;

internal sealed record WordCell(IReadOnlyList<WordParagraph> Paragraphs, int Columns);

internal sealed record WordStyle(string Name, int? Outline);

/// <summary>A picture of a document; without a name where it cannot be brought along.</summary>
internal sealed record WordPicture(string Name, byte[] Content)
{
    public static readonly WordPicture Unknown = new("", []);
}

/// <summary>A run of text that looks the same, with its tabs and line breaks, or a picture.</summary>
internal sealed record WordPiece
{
    public string Text { get; init; } = "";
    public WordPicture? Picture { get; init; }
    public string? Link { get; init; }
    public bool IsBold { get; init; }
    public bool IsItalic { get; init; }
    public bool IsUnderlined { get; init; }

    /// <summary>Whether a note stands at the foot of the page or at the end.</summary>
    public bool HasNote { get; init; }

    /// <summary>An underlined run of blanks is there to be filled in.</summary>
    public bool IsGap => IsUnderlined && Text.Length > 1 && string.IsNullOrWhiteSpace(Text);

    public bool IsSeen => Picture is not null || IsGap || !string.IsNullOrWhiteSpace(Text);
}
