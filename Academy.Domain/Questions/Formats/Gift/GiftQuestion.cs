using System.Text.RegularExpressions;
using Academy.Domain.Data;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>One question taken apart, without a judgment on it: that is up to the rules.</summary>
internal sealed partial class GiftQuestion
{
    private const string NameMark = "::";
    private const string Gap = "_____";
    private const int CaptionLength = 40;

    private readonly GiftBlock block;
    private readonly string body;

    public GiftQuestion(GiftBlock block, CancellationToken ct)
    {
        this.block = block;
        (Name, body) = CutName(block.Text);
        var (stem, braced) = CutBraces(body);
        var (answers, explanation) = CutExplanation(braced);
        var format = GiftText.Format(stem);
        Stem = GiftText.Read(stem, format);
        Answers = new GiftAnswers(answers, format, ct);
        Explanation = GiftText.ReadOrNull(explanation, format);
    }

    public string? Id => GiftTags.Id(block.Comments);
    public string? Name { get; }
    public Prose Stem { get; }
    public GiftAnswers Answers { get; }
    public Prose? Explanation { get; }

    public int Openings => body.Count(c => c == '{');
    public int Closings => body.Count(c => c == '}');
    public bool IsInsideOut => body.IndexOf('}') < body.IndexOf('{');
    /// <summary>Whether its marks tell for certain what is stem and what is answer.</summary>
    public bool IsCutRight => Openings == Closings && !IsInsideOut && Openings < 2 && !HasUnclosedName;

    public string Source => GiftEscapes.Restore(body);
    public bool HasUnclosedName => body.StartsWith(NameMark, StringComparison.Ordinal);
    public string Caption => Name ?? GiftEscapes.Restore(Cut.Start(body, CaptionLength));

    public DraftQuestion Draft(int position, string? category) => new()
    {
        Position = position,
        Line = block.Line,
        Category = category,
        Id = Id,
        Tags = GiftTags.Tags(block.Comments),
        Name = Name,
        Text = new QuestionText
        {
            Type = Answers.Type,
            Stem = Stem,
            Options = Answers.Options,
            Answers = Answers.Typed,
            Pairs = Answers.Pairs,
            Explanation = Explanation ?? Prose.Empty,
        },
    };

    private static (string? Name, string Body) CutName(string text)
    {
        if (!text.StartsWith(NameMark, StringComparison.Ordinal)) return (null, text);
        if (text.IndexOf(NameMark, NameMark.Length, StringComparison.Ordinal) is not (> 0 and var end)) return (null, text);

        var name = GiftEscapes.Restore(text[NameMark.Length..end]).Trim();
        return (name.Length > 0 ? name : null, text[(end + NameMark.Length)..].Trim());
    }

    /// <summary>Answers at the end leave the stem as it is; in the middle they leave a gap.</summary>
    private static (string Stem, string? Braced) CutBraces(string body)
    {
        var open = body.IndexOf('{');
        var close = body.IndexOf('}');
        if (open < 0 || close < open) return (body, null);

        var rest = body[(close + 1)..];
        return (body[..open] + (rest.Length > 0 ? Gap + rest : ""), body[(open + 1)..close].Trim());
    }

    private static (string? Answers, string? Explanation) CutExplanation(string? braced)
    {
        if (braced is null || ExplanationMark().Match(braced) is not { Success: true } mark) return (braced, null);
        return (braced[..mark.Index], braced[(mark.Index + mark.Length)..]);
    }

    // Of five or more the last four: the others belong to an empty feedback before it.
    [GeneratedRegex("####(?!#)")]
    private static partial Regex ExplanationMark();
}
