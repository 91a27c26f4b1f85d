using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Aiken;

/// <summary>
/// Reads Aiken: the question on lines of their own, options that begin with a letter and a dot or bracket, and a line
/// <c>ANSWER: B</c> that ends the question.
/// </summary>
public static class AikenReader
{
    public static QuestionFile Read(string text, CancellationToken ct = default)
    {
        var questions = new List<DraftQuestion>();
        var reported = new List<ReadingMessage>();
        foreach (var (index, block) in BlocksOf(text, ct).Index())
        {
            var draft = DraftOf(block, index + 1);
            if (Problem(block, draft.Text) is var (problem, detail, _))
                reported.Add(new ReadingMessage(index + 1, block.Line, problem, detail) { Fields = FieldsOf(block) });
            else questions.Add(draft);
        }

        return new QuestionFile(null, questions, reported);
    }

    /// <summary>A question ends with its answer, or with a blank line after its options when the answer is missing.</summary>
    private static IEnumerable<AikenBlock> BlocksOf(string text, CancellationToken ct)
    {
        AikenBlock? block = null;
        foreach (var (index, line) in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Index())
        {
            ct.ThrowIfCancellationRequested();
            var isBlank = string.IsNullOrWhiteSpace(line);
            if (block is null && isBlank) continue;

            block ??= new AikenBlock(index + 1);
            if (!isBlank) block.Take(line.Trim());
            if (block.Answer is null && !(isBlank && block.Options.Count > 0)) continue;

            yield return block;
            block = null;
        }

        if (block is not null) yield return block;
    }

    private static DraftProblem? Problem(AikenBlock block, QuestionText text) =>
        RepeatedLetter(block) is { } letter
            ? new(ReadingProblem.DuplicateOption, letter)
            : DraftRules.Problem(text) switch
            {
                { Kind: ReadingProblem.NoRightAnswer } when block.Answer is { } answer =>
                    new(ReadingProblem.AnswerNotAnOption, $"{answer}"),
                { Kind: ReadingProblem.EmptyOption, Item: { } index } empty => empty with { Detail = $"{block.Options[index].Letter}" },
                var problem => problem,
            };

    private static WrittenFields FieldsOf(AikenBlock block) =>
        new(QuestionType.SingleChoice, block.Stem, Mending.OnLines(block.Options.Select(option => option.Text)), KeyOf(block), "");

    /// <summary>By the place of the option, whatever letters the file skips; nothing where it names none, or two.</summary>
    private static string KeyOf(AikenBlock block) =>
        block.Options.Index().Where(option => option.Item.Letter == block.Answer).ToList() is [var right]
            ? SheetHead.LettersOf(right.Index)
            : "";

    private static string? RepeatedLetter(AikenBlock block) =>
        block.Options.GroupBy(option => option.Letter).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"{twice.Key}" : null;

    private static DraftQuestion DraftOf(AikenBlock block, int position) => new()
    {
        Position = position,
        Line = block.Line,
        Text = new QuestionText
        {
            Type = QuestionType.SingleChoice,
            Stem = block.Stem,
            Options = [.. block.Options.Select((option, n) =>
                new Option(OptionKeys.At(n), option.Text, option.Letter == block.Answer ? 100 : 0))],
        },
    };
}
