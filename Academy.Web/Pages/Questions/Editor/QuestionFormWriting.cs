using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>Writes a text into the fields of a form.</summary>
internal static class QuestionFormWriting
{
    public static QuestionForm Write(QuestionText text) => Write(text, IsFormatted(text));

    private static QuestionForm Write(QuestionText text, bool isFormatted)
    {
        var usual = QuestionFormWeights.Of(text);
        return new QuestionForm
        {
            Type = text.Type,
            IsFormatted = isFormatted,
            Stem = Source(text.Stem),
            Options = [.. text.Options.Select(Row)],
            Truth = text.Type == QuestionType.TrueFalse ? text.Options.FirstOrDefault(o => o.IsRight)?.Key : null,
            Numbers = text.Type == QuestionType.Numerical ? [.. text.Answers.Select(Number)] : [],
            Pairs = [.. text.Pairs.Select(pair => new PairRow { Left = Source(pair.Left), Right = Source(pair.Right) })],
            Gaps = text.Type is QuestionType.FillIn or QuestionType.Cloze ? [.. text.Blanks().Select(Gap)] : [],
            Criteria = [.. text.Criteria.Select(c =>
                new CriterionRow { Text = c.Text, Points = Unless(c.Points, 1), Words = string.Join('、', c.Words) })],
            Parts = [.. text.Parts.Select(part => Write(part, isFormatted))],
            MatchesCase = text.MatchesCase,
            Points = Numerals.Write(text.Points),
            Explanation = Source(text.Explanation),
            Topic = text.Topic,
            Difficulty = text.Difficulty,
            Norm = text.Norm,
        };

        OptionRow Row(Option option) => new()
        {
            Text = text.Type == QuestionType.TrueFalse ? null : Source(option.Text),
            IsRight = text.Type != QuestionType.TrueFalse && option.IsRight,
            Feedback = Source(option.Feedback),
            Weight = text.Type is QuestionType.SingleChoice or QuestionType.MultipleChoice
                ? Unless(option.Weight, option.IsRight ? usual.Right : usual.Wrong)
                : null,
        };

        NumberRow Number(TypedAnswer answer) => new()
        {
            Number = answer.Text,
            Tolerance = Unless(answer.Tolerance ?? 0, 0),
            Weight = Unless(answer.Weight, 100),
            Feedback = Source(answer.Feedback),
        };

        string? Source(Prose? prose) => isFormatted ? prose?.Html ?? HtmlOf(prose) : prose?.Plain;

        string? HtmlOf(Prose? prose) => prose is null ? null : FormText.ToHtml(prose.Plain);
    }

    private static GapRow Gap(Gap gap) => new()
    {
        Kind = gap.Type switch
        {
            QuestionType.SingleChoice => GapKind.Chosen,
            QuestionType.Numerical => GapKind.Number,
            _ => GapKind.Typed,
        },
        Answers = gap.Type == QuestionType.SingleChoice ? AnswerLines.Write(gap.Options) : AnswerLines.Write(gap.Answers),
        Points = Unless(gap.Points, 1),
    };

    private static string? Unless(decimal number, decimal usual) => number == usual ? null : Numerals.Write(number);

    private static bool IsFormatted(QuestionText text) =>
        text.Options.SelectMany(o => new[] { o.Text, o.Feedback }).Concat(text.Pairs.SelectMany(p => new[] { p.Left, p.Right }))
            .Concat(text.Answers.Select(a => a.Feedback)).Append(text.Stem).Append(text.Explanation).Any(prose => prose?.Html is not null)
        || text.Parts.Any(IsFormatted);
}
