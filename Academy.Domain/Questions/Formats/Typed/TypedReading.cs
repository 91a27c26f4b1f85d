using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>What a typed text has given so far.</summary>
internal sealed class TypedReading(IEnumerable<ReadingMessage> unread)
{
    private readonly List<DraftQuestion> questions = [];
    private readonly List<ReadingMessage> reported = [];
    private readonly List<ReadingMessage> remarks = [.. unread];
    private readonly Dictionary<string, (int Position, string Key)> stems = [];
    private int position;

    public QuestionFile File() => position == 0
        ? new QuestionFile(null, [], [new ReadingMessage(0, 0, ReadingProblem.NoQuestions, "")]) { Remarks = remarks }
        : new QuestionFile(null, questions, reported) { Remarks = remarks };

    public void Take(TypedQuestion question)
    {
        position++;
        if (question.Parts.Count > 0)
        {
            TakeCase(question);
            return;
        }

        var (sense, text, problem) = Understand(question);
        if (problem is not null) Report(question, problem.Kind, problem.Detail, sense);
        else Take(question, sense, text!);
    }

    private static (TypedSense Sense, QuestionText? Text, WrittenProblem? Problem) Understand(TypedQuestion question)
    {
        var sense = TypedSense.Of(question);
        if (sense.Problem is { } problem) return (sense, null, problem);

        var (text, other) = WrittenRules.Read(sense.Written);
        return (sense, text, other);
    }

    private void Take(TypedQuestion question, TypedSense sense, QuestionText text)
    {
        var key = string.Join('\n', text.Options.Where(option => option.IsRight).Select(option => option.Text.Plain));
        var stem = string.Join(
            '\n',
            text.Options.Select(option => option.Text.Plain).Order(StringComparer.Ordinal).Prepend(text.Stem.Plain));
        if (!stems.TryAdd(stem, (position, key)))
        {
            if (stems[stem].Key != key)
            {
                Report(question, ReadingProblem.KeysDiffer, $"{stems[stem].Position}", sense);
                return;
            }

            Remark(question, ReadingProblem.SameStem, $"{stems[stem].Position}");
        }

        questions.Add(Draft(question, text));
        if (sense.FollowedFillings) Remark(question, ReadingProblem.GapsFollowed, sense.Written.Key);
        else if (sense.Written.Type is null) Remark(question, ReadingProblem.TypeFollowed, $"{text.Type}");
        if (sense.Written.Key.Length == 0) Remark(question, ReadingProblem.NoKey, "");
    }

    private void TakeCase(TypedQuestion question)
    {
        question.ShareKeys();
        var parts = question.Parts.Select(Understand).ToList();
        var stem = new TypedStem(question.Body);
        var points = stem.TakePoints() ?? question.Heading?.Points;
        stem.TakeType();
        var text = new QuestionText
        {
            Type = QuestionType.Case,
            Stem = string.Join('\n', new[] { question.Material, stem.Text }.Where(text => text.Length > 0)),
            Parts = [.. parts.Select(part => part.Text ?? WrittenSketch.Of(part.Sense.Written))],
            Points = points,
        };
        if (parts.FindIndex(part => part.Problem is not null) is >= 0 and var first)
            Report(question, parts[first].Problem!.Kind, $"({first + 1}) {parts[first].Problem!.Detail}".Trim(), null, text);
        else if (DraftRules.Problem(text) is { } problem) Report(question, problem.Kind, problem.Detail, null, text);
        else questions.Add(Draft(question, text));
    }

    private DraftQuestion Draft(TypedQuestion question, QuestionText text) => new()
    {
        Position = position,
        Line = question.Line,
        Name = question.Number is { } number ? $"{number}" : null,
        Tags =
        [
            .. DifficultyWords.Of(
                question.Text(TypedField.Difficulty),
                DifficultyWords.IsOfFive(question.Text(TypedField.Difficulty))) is { } difficulty
                ? [$"difficulty:{difficulty}"]
                : Array.Empty<string>(),
            .. new[] { TypedField.Topic, TypedField.Source }.SelectMany(field => question
                .Text(field)
                .Split(['、', '，', ',', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ],
        Text = text,
    };

    /// <summary>Without the key where the text gives two, or two options have its letter: whoever mends it has to say.</summary>
    private void Report(TypedQuestion question, ReadingProblem problem, string detail, TypedSense sense)
    {
        var fields = Mending.FieldsOf(sense.Written);
        Report(
            question,
            problem,
            detail,
            sense.Problem is null && problem != ReadingProblem.KeysDiffer ? fields : fields with { Key = "" },
            WrittenSketch.Of(sense.Written));
    }

    private void Report(TypedQuestion question, ReadingProblem problem, string detail, WrittenFields? fields, QuestionText text) =>
        reported.Add(new ReadingMessage(position, question.Line, problem, detail) { Fields = fields, Draft = Draft(question, text) });

    private void Remark(TypedQuestion question, ReadingProblem problem, string detail) =>
        remarks.Add(new ReadingMessage(position, question.Line, problem, detail));
}
