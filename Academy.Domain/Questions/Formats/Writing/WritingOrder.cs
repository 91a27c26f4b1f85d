using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Writing;

/// <summary>Questions as they are written, one after the other.</summary>
internal static class WritingOrder
{
    /// <summary>Numbered, with what their texts say of themselves as tags.</summary>
    public static IEnumerable<DraftQuestion> Of(IReadOnlyList<DraftQuestion> questions) =>
        questions.Select((question, n) => question with { Position = n + 1, Tags = [.. question.Tags, .. TagsOf(question)] });

    /// <summary>A case as what it tells and what it asks.</summary>
    public static IEnumerable<DraftQuestion> Apart(DraftQuestion question, WritingLosses losses)
    {
        if (question.Type != QuestionType.Case) return [question];

        losses.Add(question, WritingLoss.Case);
        var told = question with
        {
            Text = new QuestionText { Type = QuestionType.Description, Stem = question.Text.Stem, Explanation = question.Text.Explanation },
        };
        return
        [
            told,
            .. question.Text.Parts.Select((part, n) => question with { Id = question.Id is { } id ? $"{id}-{n + 1}" : null, Text = part }),
        ];
    }

    private static IEnumerable<string> TagsOf(DraftQuestion question)
    {
        if (question.Text.Topic is { } topic && question.TagValue("clause") is null) yield return $"clause:{topic}";
        if (question.Text.Difficulty != 2 && question.TagValue("difficulty") is null) yield return $"difficulty:{question.Text.Difficulty}";
        if (question.Text.Norm is { } norm && question.TagValue("norm") is null) yield return $"norm:{norm}";
    }
}
