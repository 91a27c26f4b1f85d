using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>A question as lines of text, to compare one version with another.</summary>
public static class QuestionOutline
{
    public static string Of(QuestionText text) => string.Join('\n', Lines(QuestionForm.Of(text)).Where(line => line.Length > 0));

    /// <summary>Where a question is filed: its bank, its drawer, its name, its tags, and how it stands.</summary>
    public static string OfFiling(Question question, string unfiled, string state)
    {
        var drawer = question.Bank.Categories.SingleOrDefault(c => c.Id == question.CategoryId)?.Title ?? unfiled;
        string?[] parts = [question.Bank.Title, drawer, question.Name, FilingForm.Of(question).Tags, state];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static IEnumerable<string> Lines(QuestionForm form)
    {
        yield return form.Stem ?? "";
        if (form.Truth is { } truth) yield return truth;
        foreach (var option in form.Options)
            yield return $"{(option.IsRight ? "✓ " : "")}{option.Text} {option.Weight} {option.Feedback}".Trim();
        foreach (var number in form.Numbers)
            yield return $"{number.Number} ± {number.Tolerance ?? "0"} {number.Weight} {number.Feedback}".Trim();
        foreach (var (index, gap) in form.Gaps.Index()) yield return $"[[{index + 1}]] {gap.Answers} {gap.Points}".Trim();
        foreach (var pair in form.Pairs) yield return $"{pair.Left} → {pair.Right}";
        foreach (var criterion in form.Criteria) yield return $"{criterion.Text} {criterion.Points} {criterion.Words}".Trim();
        foreach (var part in form.Parts)
            foreach (var line in Lines(part))
                yield return line;
        yield return form.Explanation ?? "";
        yield return string.Join(' ', new[] { form.Topic, form.Norm, form.Points }.OfType<string>());
    }
}
