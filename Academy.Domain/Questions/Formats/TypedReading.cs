namespace Academy.Domain.Questions.Formats;

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

        var (sense, text, objection) = Understand(question);
        if (objection is not null) Report(question, objection.Problem, objection.Detail);
        else Take(question, sense, text!);
    }

    private static (TypedSense Sense, QuestionText? Text, WrittenObjection? Objection) Understand(TypedQuestion question)
    {
        var sense = TypedSense.Of(question);
        if (sense.Objection is { } objection) return (sense, null, objection);

        var (text, other) = WrittenRules.Read(sense.Written);
        return (sense, text, other);
    }

    private void Take(TypedQuestion question, TypedSense sense, QuestionText text)
    {
        var key = string.Join('\n', text.Options.Where(option => option.IsRight).Select(option => option.Text.Plain));
        var stem = string.Join('\n', text.Options.Select(option => option.Text.Plain).Order(StringComparer.Ordinal).Prepend(text.Stem.Plain));
        if (!stems.TryAdd(stem, (position, key)))
        {
            if (stems[stem].Key != key)
            {
                Report(question, ReadingProblem.KeysDiffer, $"{stems[stem].Position}");
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
        if (parts.Select(part => part.Objection).FirstOrDefault(objection => objection is not null) is { } objection)
        {
            Report(question, objection.Problem, $"({parts.FindIndex(part => part.Objection is not null) + 1}) {objection.Detail}".Trim());
            return;
        }

        var stem = new TypedStem(question.Body);
        var points = stem.TakePoints() ?? question.Heading?.Points;
        stem.TakeType();
        questions.Add(Draft(question, new QuestionText
        {
            Type = QuestionType.Case,
            Stem = string.Join('\n', new[] { question.Material, stem.Text }.Where(text => text.Length > 0)),
            Parts = [.. parts.Select(part => part.Text!)],
            Points = points,
        }));
    }

    private DraftQuestion Draft(TypedQuestion question, QuestionText text) => new()
    {
        Position = position,
        Line = question.Line,
        Name = question.Number is { } number ? $"{number}" : null,
        Tags =
        [
            .. DifficultyWords.Of(question.Text(TypedField.Difficulty), DifficultyWords.IsOfFive(question.Text(TypedField.Difficulty))) is { } difficulty ? [$"difficulty:{difficulty}"] : Array.Empty<string>(),
            .. new[] { TypedField.Topic, TypedField.Source }.SelectMany(field => question.Text(field).Split(['、', '，', ',', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ],
        Text = text,
    };

    private void Report(TypedQuestion question, ReadingProblem problem, string detail) => reported.Add(
        new ReadingMessage(position, question.Line, problem, detail) { Fields = question.Parts.Count > 0 ? null : Mending.FieldsOf(TypedSense.Of(question).Written) });

    private void Remark(TypedQuestion question, ReadingProblem problem, string detail) => remarks.Add(new ReadingMessage(position, question.Line, problem, detail));
}
