namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>
/// Reads questions as people type them: numbered, with lettered options, 答案 and 解析 behind each or listed at the end
/// or in a text of their own, under headings that say what type they are.
/// </summary>
public static class TypedReader
{
    /// <summary>Reads a text of questions.</summary>
    /// <param name="text">The questions.</param>
    /// <param name="answers">The answers by number, where they are a text of their own.</param>
    /// <param name="ct">Whether there is time to read on.</param>
    public static QuestionFile Read(string text, string? answers = null, CancellationToken ct = default) =>
        Read(TypedLine.Of(text, ct), answers is null ? null : TypedLine.Of(answers, ct), ct);

    internal static QuestionFile Read(
        IReadOnlyList<TypedLine> lines, IReadOnlyList<TypedLine>? answers = null, CancellationToken ct = default)
    {
        var (questions, unread) = new TypedScanner(lines).Scan(ct);
        var reading = new TypedReading([.. unread, .. answers is null ? [] : Apply(answers, questions)]);
        foreach (var question in questions)
        {
            ct.ThrowIfCancellationRequested();
            reading.Take(question);
        }

        return reading.File();
    }

    private static IEnumerable<ReadingMessage> Apply(IReadOnlyList<TypedLine> answers, IReadOnlyList<TypedQuestion> questions)
    {
        var keys = new TypedKeys(answers.FirstOrDefault(line => !line.IsBlank)?.Text ?? "");
        foreach (var line in answers.Where(line => line is { IsBlank: false, IsNoise: false }))
        {
            if (line.Heading is { } heading) keys.Begin(heading);
            else if (line.Label is { Field: TypedField.Answer } label && TypedKeys.AreOn(label.Rest))
                keys.Take(new TypedLine(line.Number, label.Rest));
            else keys.Take(line);
        }

        return keys.Apply(questions);
    }
}
