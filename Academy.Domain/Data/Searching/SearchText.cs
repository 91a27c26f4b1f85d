using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Data.Searching;

/// <summary>A text that people search, as it is shown. The index of its words stands beside it.</summary>
public sealed class SearchText
{
    private SearchText() { }

    public SearchText(string kind, string key) => (Kind, Key) = (kind, key);

    public long Id { get; private set; }

    /// <summary>What it is, such as a clause or a question.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it is known by among its kind.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What it belongs to and goes with, such as a course or a bank, by slug.</summary>
    public string Source { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>The page that shows it; empty when there is none.</summary>
    public string Address { get; private set; } = "";

    public void Say(string source, string title, string text, string address)
    {
        Source = source;
        Title = title;
        Text = text;
        Address = address;
    }
}

internal sealed class SearchTextModel : IEntityTypeConfiguration<SearchText>
{
    public void Configure(EntityTypeBuilder<SearchText> text)
    {
        text.ToTable("SearchTexts");
        text.Property(t => t.Kind).HasMaxLength(20);
        text.Property(t => t.Key).HasMaxLength(200);
        text.Property(t => t.Source).HasMaxLength(100);
        text.Property(t => t.Title).HasMaxLength(200);
        text.Property(t => t.Address).HasMaxLength(300);
        text.HasIndex(t => new { t.Kind, t.Key }).IsUnique();
        text.HasIndex(t => new { t.Kind, t.Source });
    }
}
