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
    private const int FewestOptions = 2;

    public static QuestionFile Read(string text, CancellationToken ct = default)
    {
        var questions = new List<DraftQuestion>();
        var reported = new List<ReadingMessage>();
        foreach (var (index, block) in BlocksOf(text, ct).Index())
        {
            if (Objection(block) is var (problem, detail))
                reported.Add(new ReadingMessage(index + 1, block.Line, problem, detail) { Fields = FieldsOf(block) });
            else questions.Add(DraftOf(block, index + 1));
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

    private static (ReadingProblem Problem, string Detail)? Objection(AikenBlock block)
    {
        if (block.Stem.Length == 0) return (ReadingProblem.EmptyStem, "");
        if (block.Options.Count < FewestOptions) return (ReadingProblem.TooFewOptions, $"{block.Options.Count}");
        if (block.Options.FirstOrDefault(option => option.Text.Length == 0) is { Letter: not '\0' } empty)
            return (ReadingProblem.EmptyOption, $"{empty.Letter}");
        if (Repeated(block.Options.Select(option => option.Text)) is { } text) return (ReadingProblem.DuplicateOption, text);
        if (Repeated(block.Options.Select(option => $"{option.Letter}")) is { } letter) return (ReadingProblem.DuplicateOption, letter);
        if (block.Answer is not { } answer) return (ReadingProblem.NoRightAnswer, "");
        return block.Options.Any(option => option.Letter == answer) ? null : (ReadingProblem.AnswerNotAnOption, $"{answer}");
    }

    private static WrittenFields FieldsOf(AikenBlock block) =>
        new(QuestionType.SingleChoice, block.Stem, Mending.OnLines(block.Options.Select(option => option.Text)), KeyOf(block), "");

    /// <summary>By the place of the option, whatever letters the file skips; nothing where it names none, or two.</summary>
    private static string KeyOf(AikenBlock block) =>
        block.Options.Index().Where(option => option.Item.Letter == block.Answer).ToList() is [var right]
            ? SheetHead.LettersOf(right.Index)
            : "";

    private static string? Repeated(IEnumerable<string> texts) => texts.GroupBy(text => text).FirstOrDefault(same => same.Count() > 1)?.Key;

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
