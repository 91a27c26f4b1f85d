using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Writing;

/// <summary>All texts of a question, wherever they stand.</summary>
public static class QuestionProse
{
    public static IEnumerable<Prose> Of(QuestionText text) =>
    [
        text.Stem, text.Explanation,
        .. text.Options.SelectMany(Of),
        .. text.Answers.Select(answer => answer.Feedback).OfType<Prose>(),
        .. text.Pairs.SelectMany(pair => new[] { pair.Left, pair.Right }),
        .. text.Gaps.SelectMany(gap => gap.Options.SelectMany(Of).Concat(gap.Answers.Select(answer => answer.Feedback).OfType<Prose>())),
        .. text.Parts.SelectMany(Of),
    ];

    /// <summary>The files that its formatted texts show and play.</summary>
    public static IReadOnlyList<string> FileNames(QuestionText text) => [.. Of(text).SelectMany(prose => prose.FileNames).Distinct()];

    private static IEnumerable<Prose> Of(Option option) => option.Feedback is { } feedback ? [option.Text, feedback] : [option.Text];
}
