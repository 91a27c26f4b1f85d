using System.Globalization;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Web.Pages.Questions;
using Microsoft.AspNetCore.Html;

namespace Academy.Web.Pages.Quizzes;

/// <summary>Says what stands in a place of an answer, and what should.</summary>
public static class RightAnswers
{
    private const string Between = " / ";

    public static IHtmlContent Given(AnswerField field, string typed) =>
        field.Choices.FirstOrDefault(choice => choice.Key == typed)?.Text.Inline ?? Prose.OfPlain(typed).Inline;

    public static IHtmlContent Right(QuestionText question, AnswerField field)
    {
        if (question.Type == QuestionType.Matching) return question.Rows()[field.Index].Right.Inline;
        var gap = question.Blanks()[field.Index];
        if (gap.Options.Count > 0) return gap.Options.MaxBy(o => o.Weight)!.Text.Inline;
        return Prose.OfPlain(string.Join(Between, Best(gap))).Inline;
    }

    private static IEnumerable<string> Best(Gap gap)
    {
        var most = gap.Answers.Select(a => a.Weight).DefaultIfEmpty().Max();
        return gap.Answers.Where(a => a.Weight == most).Select(Said);
    }

    private static string Said(TypedAnswer answer) => answer.Tolerance is > 0 and var tolerance
        ? string.Create(CultureInfo.InvariantCulture, $"{answer.Text} ± {tolerance:0.##########}")
        : answer.Text;
}
