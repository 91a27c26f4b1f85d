namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>A category or a question as it stands in the file, with the comment lines directly above it.</summary>
internal sealed record GiftBlock(int Line, IReadOnlyList<string> Comments, string Text)
{
    public const string CategoryMark = "$CATEGORY:";

    public bool IsCategory => Text.StartsWith(CategoryMark, StringComparison.Ordinal);
    public string Category => GiftEscapes.Restore(Text[CategoryMark.Length..]).Trim();
}
