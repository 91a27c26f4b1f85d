using System.Net;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>An option, or a line that is to be put in order.</summary>
public sealed class OptionRow
{
    public string? Text { get; set; }
    public bool IsRight { get; set; }
    public string? Feedback { get; set; }

    /// <summary>Percent of the points; empty for what the tick says.</summary>
    public string? Weight { get; set; }

    internal bool IsEmpty => FormText.AreEmpty(Text, Feedback, Weight) && !IsRight;
}

/// <summary>A number that answers a numerical question.</summary>
public sealed class NumberRow
{
    public string? Number { get; set; }
    public string? Tolerance { get; set; }
    public string? Feedback { get; set; }
    public string? Weight { get; set; }

    internal bool IsEmpty => FormText.AreEmpty(Number, Tolerance, Feedback, Weight);
}

public sealed class PairRow
{
    public string? Left { get; set; }
    public string? Right { get; set; }

    internal bool IsEmpty => FormText.AreEmpty(Left, Right);
}

/// <summary>How a gap is filled in.</summary>
public enum GapKind { Typed, Chosen, Number }

public sealed class GapRow
{
    public GapKind Kind { get; set; }

    /// <summary>As <see cref="AnswerLines"/> reads them.</summary>
    public string? Answers { get; set; }
    public string? Points { get; set; }

    internal bool IsEmpty => FormText.AreEmpty(Answers);
}

/// <summary>A key point, or a line of a rubric.</summary>
public sealed class CriterionRow
{
    public string? Text { get; set; }
    public string? Points { get; set; }
    public string? Words { get; set; }

    internal bool IsEmpty => FormText.AreEmpty(Text, Words);
}

internal static class FormText
{
    /// <summary>HTML that reads as the plain text does.</summary>
    public static string? ToHtml(string? plain) => plain is null ? null : WebUtility.HtmlEncode(plain).ReplaceLineEndings("<br>\n");

    public static bool AreEmpty(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            if (!string.IsNullOrWhiteSpace(text))
                return false;
        return true;
    }
}
