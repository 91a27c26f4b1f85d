using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>
/// What a tick is worth where nobody has set a weight: the right options share the points, and a wrong one
/// among several costs them all.
/// </summary>
internal static class QuestionFormWeights
{
    public static (decimal Right, decimal Wrong) Of(QuestionForm form) => For(form.Type, form.Options.Count(o => o.IsRight));

    public static (decimal Right, decimal Wrong) Of(QuestionText text) => For(text.Type, text.Options.Count(o => o.IsRight));

    private static (decimal Right, decimal Wrong) For(QuestionType type, int right) =>
        type == QuestionType.MultipleChoice && right > 0 ? (Math.Round(100m / right, 5), -100) : (100, 0);
}
